//! Shrinks a set of names to few patterns: the shortest list of patterns that matches some names of a service, but no
//! others.
//!
//! # Patterns and lists
//! A pattern is a whole name, `Beginning*End`, or `Beginning*Middle*End`. Names are cut at [word borders](is_border),
//! and the beginning and the end can be empty.
//!
//! A list of patterns results from *cutting*, which begins with the group of all wanted names. A group is handled in
//! one of three ways:
//!
//! * It becomes one pattern. The pattern has the beginning and the end that the group was cut to. Between them, it can
//!   have words that every name of the group contains.
//! * It is cut at the front, into one group per next word.
//! * It is cut at the back, into one group per next word.
//!
//! [`shrink`] considers all lists that cutting can make and that match no unwanted name. It returns one with the fewest
//! characters. The count includes the characters that surround each pattern in a policy: service prefix, colon, quotes,
//! and comma. Finally, patterns that lie within another pattern are removed.
//!
//! Cutting only at the front can make every list of `Beginning*` patterns that match at word borders. The result is
//! therefore at least as short as each of these lists. The same is true for lists of `*End` patterns. Finding the
//! shortest list of arbitrary, overlapping patterns is the set cover problem, for which no fast solution is known.
//!
//! Word borders and case do not matter for unwanted names, because they do not matter to IAM. For example, `Get*` is
//! not returned for `GetItem` if `Getaway` is unwanted.

mod candidates;
mod cut;
mod list;
mod memory;
mod names;
mod search;
#[cfg(test)]
mod tests;
mod words;

pub use cut::{Cut, StarredPattern};
pub use memory::Memory;
pub use words::is_border;

use candidates::{Candidates, Forms};
use list::List;
use names::Names;

/// Finds a short list of patterns that matches the names in `wanted` and none in `unwanted`, as described
/// [above](self). A name that is neither wanted nor unwanted may be matched or not.
///
/// `name` returns the name at a position, which is below `N`. `overhead` is the number of characters that each pattern
/// adds to its own. The list is written to `memory`. `wanted` and `unwanted` are reordered.
///
/// Returns the number of patterns in the list. The function does not allocate, and the order of the names does not
/// change the list.
pub fn shrink<'n, const N: usize>(
    name: &dyn Fn(u16) -> &'n str,
    overhead: usize,
    wanted: &mut [u16],
    unwanted: &mut [u16],
    memory: &mut Memory<N>,
) -> usize {
    let names = Names { name, overhead };
    let mut list = List::new(names, memory, wanted);
    let mut candidates = Candidates { names, wanted, unwanted };
    let mut cost = |forms| {
        search::fill(&mut list, &mut candidates, forms);
        list.cost()
    };
    // Fill the list last with the patterns that are nearly always the best, so that they need not be found again.
    let (ends, beginnings, all) = (cost(Forms::Ends), cost(Forms::Beginnings), cost(Forms::All));
    if beginnings.min(ends) < all {
        cost(if beginnings <= ends { Forms::Beginnings } else { Forms::Ends });
    }
    search::improve(&mut list, &mut candidates);
    list.sort();
    list.length()
}
