//! Few patterns for many names: the shortest list that means some names of a service and none of the others.
//!
//! # What is looked for
//! A pattern is a name as it is, `Beginning*End`, or `Beginning*Middle*End`, cut at [word borders](is_border), where the
//! beginning and the end may be empty. Lists of patterns come from *cutting*: begin with all the names that are wanted. A
//! group of names is either written as one pattern, made of the beginning and the end that the group was cut to and of
//! words that stand between them in every name of the group, or it is cut again, into one group for each next word at the
//! front, or one for each next word at the back. Of all lists that cutting can make and that
//! match no unwanted name, [`shrink`] gives one with the fewest characters, counting for each pattern the characters that
//! it takes besides (service prefix, colon, quotes, comma). Then it leaves out what lies within another pattern.
//!
//! Cutting at the front alone gives every list of `Beginning*` in which each name is met at a border of its own, so that
//! no such list is shorter; likewise none of `*End`. Any list at all, with overlaps of every kind, would be the set-cover
//! problem, which nobody solves quickly.
//!
//! What must not be matched knows nothing of words, nor of case, as IAM does not: `Get*` is not given for `GetItem` where
//! there is an unwanted `Getaway`.

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

/// Finds the shortest list of patterns that matches the wanted names and none of the unwanted, as [told above](self).
/// Names that are neither may be matched or not.
///
/// `name` gives the name at a position. `overhead` is how many characters a pattern takes besides its own. The list is
/// written into `cuts`, which must have room for as many as there are wanted names; what the answer gives is how many
/// there are. `wanted` and `unwanted` are left in another order.
///
/// It takes nothing from the heap, and the same names give the same list, whatever their order.
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
