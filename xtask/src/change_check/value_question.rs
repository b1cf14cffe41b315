//! Builds the question about values that change.

use crate::diagnostic::{Code, Place};
use crate::question::Question;

/// Returns the question about values that change on `pages`.
pub(super) fn changed(flag: String, message: String, pages: &str, place: String) -> Question {
    let help = format!(
        "look at {pages}: if AWS has changed this, `--accept-change {flag}` accepts it; \
         if not, the parser misreads the pages"
    );
    Question { flag, code: Code::ValueChange, message, place: Place::Path(place), help }
}
