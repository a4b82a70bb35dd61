//! The encryption itself: age files to X25519 keys, by the `age` crate.
//! Never a private key on its own: one is made to be written elsewhere, or handed in to open.

use std::io::{Read, Write};
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor};

use super::Unopened;

/// Can this build seal?
pub(super) const IS_THERE: bool = true;

/// Is this text a public key?
pub(super) fn is_public(text: &str) -> bool {
    Recipient::from_str(text).is_ok()
}

/// The public key of a private one; nothing where the text is none.
pub(super) fn public_of(private: &str) -> Option<String> {
    Some(Identity::from_str(private).ok()?.to_public().to_string())
}

/// The text of a fresh private key.
#[expect(clippy::unnecessary_wraps, reason = "a build that cannot seal makes none")]
pub(super) fn fresh_private() -> Option<String> {
    Some(Identity::generate().to_string().expose_secret().to_owned())
}

/// Encrypts to every key. Nothing where one of them is none.
pub(super) fn encrypt<'k>(
    keys: impl IntoIterator<Item = &'k str>,
    plain: &[u8],
) -> Option<Vec<u8>> {
    let keys = keys.into_iter().map(Recipient::from_str);
    let keys: Vec<Recipient> = keys.collect::<Result<_, _>>().ok()?;
    let encryptor = Encryptor::with_recipients(keys.iter().map(|key| key as _)).ok()?;
    let mut sealed = Vec::with_capacity(plain.len() + 1024);
    let mut writer = encryptor.wrap_output(&mut sealed).ok()?;
    writer.write_all(plain).ok()?;
    writer.finish().ok()?;
    Some(sealed)
}

/// Decrypts with a private key. A file of which a byte is not as it was written stays closed.
pub(super) fn decrypt(private: &str, sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
    let identity = Identity::from_str(private).map_err(|_| Unopened::OtherKey)?;
    let reason = |error: DecryptError| match error {
        DecryptError::NoMatchingKeys => Unopened::OtherKey,
        _ => Unopened::Damaged,
    };
    let decryptor = Decryptor::new_buffered(sealed).map_err(reason)?;
    let mut reader = decryptor.decrypt(std::iter::once(&identity as _)).map_err(reason)?;
    let mut plain = Vec::new();
    reader.read_to_end(&mut plain).map_err(|_| Unopened::Damaged)?;
    Ok(plain)
}
