//! Pages and tables to be read outside the program.
//! Never computes: `record` and `analysis` say what is on them.

mod access;
mod atelier;
mod codebook;
mod condition;
mod diff;
mod findings;
mod forms;
mod html;
mod mirror;
mod outline;
mod page;
mod quoted;
mod recovery;
mod relay;
mod results;
mod sheets;
mod show;
mod slip;
mod told;
mod wording;

pub use access::{Own, Version, access, kept_day};
pub use atelier::{Deck, cards, minute};
pub use codebook::codebook;
pub use condition::condition_words;
pub use diff::{Side, changes, on_one_side};
pub use findings::{Told, findings};
pub use forms::{forms, forms_in_markdown};
pub use mirror::mirror_page;
pub use outline::wrap;
pub use page::{Cover, report_page};
pub use quoted::quoted;
pub use recovery::recovery;
pub use relay::{Part, relay};
pub use results::{Bars, Paper, results};
pub use sheets::{Coupon, Print, Sheet, Sides, aloud, print_advice, sheets};
pub use show::{Layout, show};
pub use slip::{Slip, SlipForm, months, totals};
pub use told::{quotes, sayings, stories};
