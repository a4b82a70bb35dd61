//! How a copy of the dossier is told: what was copied, or why it is not whole.
//! Never says that a stick may be taken away: who asks does, once all was compared.

use std::path::Path;

use super::Locale;
use crate::store::{Copied, CopyFault};

impl Locale {
    /// What is on the stick, a sentence or a path in each line.
    pub fn copied(&self, copied: &Copied) -> Vec<String> {
        let folder = copied.folder.display().to_string();
        let arguments = [
            ("written", copied.written.into()),
            ("files", copied.files.into()),
            ("folder", folder.into()),
        ];
        let mut lines = vec![self.tell("copy-done", &arguments)];
        if !copied.left.is_empty() {
            lines.push(self.tell("copy-left", &[("count", copied.left.len().into())]));
            lines.extend(copied.left.iter().map(|path| format!("  {}", path.display())));
        }
        lines
    }

    /// Why there is no copy, or only part of one.
    pub fn copy_fault(&self, fault: &CopyFault) -> Vec<String> {
        let folder =
            |id: &str, path: &Path| self.tell(id, &[("folder", path.display().to_string().into())]);
        match fault {
            CopyFault::NoFolder(path) => vec![folder("copy-no-folder", path)],
            CopyFault::Inside(path) => vec![folder("copy-inside", path)],
            CopyFault::NoRows(path) => vec![folder("copy-no-rows", path)],
            CopyFault::Before(fault) => vec![self.fault(fault)],
            CopyFault::Partial(fault, path) => {
                vec![self.fault(fault), folder("copy-partial", path)]
            }
            CopyFault::Differs(file, path) => {
                let file = file.display().to_string();
                vec![
                    self.tell("copy-differs", &[("file", file.into())]),
                    folder("copy-partial", path),
                ]
            }
        }
    }
}
