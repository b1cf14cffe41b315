//! Shrinks a set of names to a short list of patterns, which matches these names of a service and no others.
//!
//! # Patterns and lists
//! A pattern is a whole name, `Beginning*End`, or `Beginning*Middle*End`. Each part consists of whole words of a name,
//! between two [word borders](is_border). The beginning and the end can be empty.
//!
//! The length of a list is its number of characters. The count includes the characters that surround each pattern in a
//! policy: service prefix, colon, quotes, and comma. Finding the shortest list is the set cover problem, for which no
//! fast solution is known. [`shrink`] finds a short one in two steps:
//!
//! 1. It makes a first list. For each name that the list does not match yet, it adds the pattern with the fewest
//!    characters per new name. It then removes patterns whose names are all matched by other patterns.
//! 2. It replaces patterns by a single one that is shorter than they are together, until there is no such pattern.
//!
//! Two other first lists have only `Beginning*` patterns, or only `*End` patterns. The second step starts from the
//! shortest of the three. The result is therefore at least as short as each list of `Beginning*` patterns that match at
//! word borders. The same is true for lists of `*End` patterns.
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
