//! A decision with its reason.

mod display;
mod missing;
mod nearest;
mod outcome;
mod reason;
mod record;
mod statement_reference;

pub use display::Reason;
pub use missing::Missing;
pub use nearest::{Found, Lack, NearestStatement};
pub use outcome::Outcome;
pub(super) use record::Basis;
pub use record::Decision;
pub use statement_reference::StatementReference;
