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

mod buffer;
mod cut;
mod cutter;
mod cutting;
mod ends;
mod one_pattern;
#[cfg(test)]
mod tests;
mod words;

pub use cut::{Cut, StarredPattern};
pub use words::is_border;

use buffer::PatternBuffer;
use cutter::Cutter;
use ends::Ends;

/// Finds the shortest list of patterns that matches the names in `wanted` and none in `unwanted`, as described
/// [above](self). A name that is neither wanted nor unwanted may be matched or not.
///
/// `name` returns the name at a position. `overhead` is the number of characters that each pattern adds to its own. The
/// list is written to `cuts`, which must have room for one pattern per wanted name. `wanted` and `unwanted` are
/// reordered.
///
/// Returns the number of patterns in the list. The function does not allocate, and the order of the names does not
/// change the list.
pub fn shrink<'n>(
    name: &dyn Fn(u16) -> &'n str,
    overhead: usize,
    wanted: &mut [u16],
    unwanted: &mut [u16],
    cuts: &mut [Cut],
) -> usize {
    let mut list = PatternBuffer::new(cuts);
    if !wanted.is_empty() {
        Cutter { name, overhead }.write(wanted, unwanted, Ends::default(), &mut list);
    }
    list.leave_out_the_enclosed(name);
    list.length()
}
