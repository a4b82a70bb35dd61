//! Why something that goes on, one question after the other, cannot go on.
//! Never that nobody wishes it to.

use std::io;

use crate::store::Fault;

/// Why it stops.
pub(super) enum Stop {
    /// The disk refuses.
    Fault(Fault),
    /// The system does: the terminal, or another program.
    System(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
