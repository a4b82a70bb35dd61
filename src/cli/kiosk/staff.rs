//! The code of the team, by which alone the borne is left.
//! Never the code itself: only what proves it.

/// Is this the code that the hash proves?
pub(super) fn verify(_code: &str, _hash: &str) -> bool {
    false
}
