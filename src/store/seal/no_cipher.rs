//! What stands for the encryption in a build that cannot seal: keys are known by their shape alone.
//! Never encrypts, and never lets anyone believe that it did.

use super::Unopened;

/// Can this build seal?
pub(super) const IS_THERE: bool = false;

/// Is this text formed as public keys are?
pub(super) fn is_public(text: &str) -> bool {
    let digits = text.strip_prefix("age1");
    digits.is_some_and(|digits| {
        digits.len() == 58
            && digits.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// Nothing: keys cannot be reckoned with here.
pub(super) fn public_of(_private: &str) -> Option<String> {
    None
}

/// Nothing: keys cannot be made here.
pub(super) fn fresh_private() -> Option<String> {
    None
}

/// Nothing: it cannot be done here.
pub(super) fn encrypt<'k>(_keys: impl IntoIterator<Item = &'k str>, _: &[u8]) -> Option<Vec<u8>> {
    None
}

/// Never opens anything.
pub(super) fn decrypt(_private: &str, _sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
    Err(Unopened::OtherKey)
}
