//! What a dossier remembers of what was sent: which pair number stands for which code, and which rows
//! left.
//! Never leaves the dossier itself: whoever is sent rows cannot find a code by it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::close::{Pairs, fresh};
use crate::store::fault::Fault;
use crate::store::names::{PAIRED, SENT};
use crate::store::table::{self, Table};
use crate::store::{Store, files};
use crate::value::{CONTROLE, Code, Date, Meta, Pair};

/// The columns of the table of the numbers.
const PAIRED_COLUMNS: [&str; 5] =
    [Meta::Cycle.word(), Meta::Referentiel.word(), Meta::Code.word(), "paire", CONTROLE];

/// Which pair number stands for whom, by cycle.
pub type SentPairs = BTreeMap<String, Pairs>;

impl Store {
    /// The pair number of everybody who has a code in one of these cycles. Who has one keeps it, so that
    /// what is sent later fits what was sent before; a cycle that is closed later takes the same.
    /// They are on the disk before this returns.
    pub fn pairs_to_send(
        &self,
        cycles: &BTreeSet<String>,
        random: &mut dyn FnMut() -> u32,
    ) -> Result<SentPairs, Fault> {
        let path = self.data.join(PAIRED);
        let _turn = self.turn(&path)?;
        let mut sent = self.sent_pairs()?;
        for cycle in cycles {
            let (who, mut used, _) = self.codes(cycle)?;
            let pairs = sent.entry(cycle.clone()).or_default();
            used.extend(pairs.values().copied());
            pairs.retain(|known, _| who.contains(known));
            for who in who {
                pairs.entry(who).or_insert_with(|| fresh(&mut used, random));
            }
        }
        self.write_sent_pairs(&sent)?;
        Ok(sent)
    }

    /// The numbers that were sent.
    pub(super) fn sent_pairs(&self) -> Result<SentPairs, Fault> {
        let bytes = self.bytes(&self.data.join(PAIRED))?.unwrap_or_default();
        let mut sent = SentPairs::new();
        Table::of(&bytes, &PAIRED_COLUMNS).each(|_, _, cells| {
            let cell = |at| cells.get(at).unwrap_or_default();
            if let (Ok(code), Some(pair)) = (Code::read(cell(2)), Pair::read(cell(3))) {
                let of_cycle = sent.entry(cell(0).to_owned()).or_default();
                of_cycle.insert((cell(1).to_owned(), code), pair);
            }
        });
        Ok(sent)
    }

    /// Forgets the numbers of a cycle: its rows bear them from now on.
    pub(super) fn forget_pairs(&self, cycle: &str) -> Result<(), Fault> {
        let mut sent = self.sent_pairs()?;
        if sent.remove(cycle).is_some() {
            self.write_sent_pairs(&sent)?;
        }
        Ok(())
    }

    /// Forgets the codes that no row bears any more.
    pub(super) fn tidy_pairs(&self) -> Result<(), Fault> {
        let before = self.sent_pairs()?;
        let mut sent = before.clone();
        for (cycle, pairs) in &mut sent {
            let (who, ..) = self.codes(cycle)?;
            pairs.retain(|known, _| who.contains(known));
        }
        if sent == before { Ok(()) } else { self.write_sent_pairs(&sent) }
    }

    fn write_sent_pairs(&self, sent: &SentPairs) -> Result<(), Fault> {
        let path = self.data.join(PAIRED);
        let pairs = sent.iter().flat_map(|(cycle, pairs)| pairs.iter().map(move |of| (cycle, of)));
        let mut rows = pairs
            .map(|(cycle, ((referentiel, code), pair))| {
                let cells = [cycle, referentiel, &code.to_string(), &pair.to_string()];
                table::checked(cells.map(String::clone).to_vec())
            })
            .peekable();
        if rows.peek().is_none() {
            return files::remove(self.disk(), &path);
        }
        files::write_whole(self.disk(), &path, &table::bytes(&PAIRED_COLUMNS, rows))
    }

    /// The identifiers of the rows that were sent.
    pub fn sent(&self) -> Result<HashSet<String>, Fault> {
        let bytes = self.bytes(&self.data.join(SENT))?.unwrap_or_default();
        let mut sent = HashSet::new();
        Table::of(&bytes, &table::SENT).each(|_, line, _| {
            // Even where somebody changed it: what left must be told when it is withdrawn.
            sent.extend(table::id_at_start(line).map(str::to_owned));
        });
        Ok(sent)
    }

    /// Notes that these rows are sent. Those that were sent before are noted already.
    pub fn note_sent(&self, ids: &BTreeSet<String>, day: Date) -> Result<(), Fault> {
        let path = self.data.join(SENT);
        let _turn = self.turn(&path)?;
        let before = self.sent()?;
        self.add_marks(&path, &table::SENT, ids.iter().filter(|id| !before.contains(*id)), day)
    }
}

/// The table that tells whoever was sent these rows that they were withdrawn. Not when: it is nobody's
/// business elsewhere.
pub fn withdrawal_marks<'i>(ids: impl IntoIterator<Item = &'i String>) -> Vec<u8> {
    let mut bytes = table::bytes(&table::MARKS, []);
    ids.into_iter().for_each(|id| bytes.extend(table::mark(id, "")));
    bytes
}
