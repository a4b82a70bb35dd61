//! A parcel that a structure sealed to the city, opened into a folder that `gather` takes.
//! Never into a folder that holds something else.

use std::path::Path;

use super::dossier::real;
use super::export::refusal;
use super::open::unopened;
use crate::locale::Locale;
use crate::store::{Outgoing, Present, PrivateKey, RealDisk, open_parcel, parcel_at};

/// Opens the parcel at a place into a folder of the same name under another; why not, in words.
pub(super) fn unpack(
    locale: &Locale,
    key: &PrivateKey,
    place: &Path,
    into: Option<&Path>,
) -> Result<(), String> {
    let place = real(place);
    let file = parcel_at(&RealDisk, &place).unwrap_or(place);
    let named = file.display().to_string();
    let Some(into) = into else {
        return Err(locale.tell("send-open-into", &[("file", named.into())]));
    };
    let packed = open_parcel(&RealDisk, &file, key);
    let packed = packed.map_err(|reason| unopened(locale, &file, &reason))?;
    let folder = file.parent().unwrap_or(Path::new("/"));
    let place = real(into).join(folder.file_name().unwrap_or_default());
    let outgoing = Outgoing::begin(&RealDisk, &place, folder, Present::Replaced);
    let outgoing = outgoing.map_err(|fault| refusal(locale, &fault))?;
    let written = packed.iter().try_for_each(|(name, bytes)| outgoing.write(name, bytes));
    written.and_then(|()| outgoing.finish()).map_err(|fault| locale.fault(&fault))?;
    let path = place.display().to_string();
    println!("{}", locale.tell("send-unpacked", &[("path", path.as_str().into())]));
    println!("{}", locale.tell("send-unpacked-then", &[("path", path.into())]));
    Ok(())
}
