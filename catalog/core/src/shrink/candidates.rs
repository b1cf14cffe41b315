//! The patterns that consist of whole words of a name and match no unwanted name.

use super::{
    cut::Cut,
    names::{Names, narrow},
    words::{Borders, LONGEST},
};

/// The patterns to visit. A name is always visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forms {
    /// All patterns.
    All,
    /// `Beginning*`.
    Beginnings,
    /// `*End`.
    Ends,
}

/// The names that patterns may match, and those that they may not match.
pub(super) struct Candidates<'f, 'n, 's> {
    pub(super) names: Names<'f, 'n>,
    /// The positions of the wanted names, in any order.
    pub(super) wanted: &'s mut [u16],
    /// The positions of the unwanted names, in any order.
    pub(super) unwanted: &'s mut [u16],
}

impl Candidates<'_, '_, '_> {
    /// Visits the name itself and the patterns that consist of its words and match no unwanted name. A visit receives
    /// the pattern and the positions of the wanted names that it matches.
    ///
    /// Skips a pattern if another one has the same parts with fewer words. The other pattern is shorter, and matches the
    /// same names and more.
    pub(super) fn visit(&mut self, name: u16, forms: Forms, visit: &mut dyn FnMut(Cut, &[u16])) {
        visit(Cut::whole(name), &[name]);
        let text = (self.names.name)(name);
        let borders = Borders::new(text);
        // The number of names that have the beginning of the pattern. They are at the front of both lists.
        let (mut wanted, mut unwanted) = (self.wanted.len(), self.unwanted.len());
        // The length of the shortest end that makes a pattern with a shorter beginning.
        let mut shortest_end = usize::MAX;
        // The shortest middle at each byte that makes a pattern with a shorter beginning and no end.
        let mut shortest_middles = [u8::MAX; LONGEST];
        for beginning in borders.between(0, text.len()) {
            if forms == Forms::Ends && beginning > 0 {
                break;
            }
            let has_beginning = |position| starts_with((self.names.name)(position), text, beginning);
            wanted = narrow(self.wanted.get_mut(..wanted).unwrap_or_default(), has_beginning);
            unwanted = narrow(self.unwanted.get_mut(..unwanted).unwrap_or_default(), has_beginning);
            // The number of names that have the end as well.
            let (mut wanted, mut unwanted) = (wanted, unwanted);
            let mut middles = shortest_middles;
            for start in borders.between(beginning, text.len()).rev() {
                let end = text.len() - start;
                if end >= shortest_end || forms == Forms::Beginnings && end > 0 {
                    break;
                }
                let has_ends = |position| ends_with((self.names.name)(position), text, beginning, end);
                wanted = narrow(self.wanted.get_mut(..wanted).unwrap_or_default(), has_ends);
                unwanted = narrow(self.unwanted.get_mut(..unwanted).unwrap_or_default(), has_ends);
                if unwanted == 0 {
                    let cut = Cut::starred(name, beginning, end, (0, 0));
                    visit(cut, self.wanted.get(..wanted).unwrap_or_default());
                    shortest_end = end;
                    break;
                }
                if matches!(forms, Forms::Beginnings | Forms::Ends) {
                    continue;
                }
                for from in borders.between(beginning, start) {
                    let Some(shortest) = middles.get_mut(from) else { break };
                    for to in borders.between(from + 1, start) {
                        let length = u8::try_from(to - from).unwrap_or(u8::MAX);
                        if length >= *shortest {
                            break;
                        }
                        let cut = Cut::starred(name, beginning, end, (from, to));
                        if self.is_clear(cut, unwanted) {
                            *shortest = length;
                            let matcher = self.names.matcher(cut);
                            let matching = self.wanted.get_mut(..wanted).unwrap_or_default();
                            let count = narrow(matching, |position| matcher.matches(position));
                            visit(cut, matching.get(..count).unwrap_or_default());
                            break;
                        }
                    }
                }
                if end == 0 {
                    shortest_middles = middles;
                }
            }
        }
    }

    /// Returns the positions of the wanted names that a pattern matches.
    pub(super) fn matched(&mut self, cut: Cut) -> &[u16] {
        let matcher = self.names.matcher(cut);
        let count = narrow(self.wanted, |position| matcher.matches(position));
        self.wanted.get(..count).unwrap_or_default()
    }

    /// Returns true if a pattern matches none of the first unwanted names. Otherwise, moves the name that it matches to
    /// the front, because the next pattern probably matches it too.
    fn is_clear(&mut self, cut: Cut, count: usize) -> bool {
        let unwanted = self.unwanted.get_mut(..count).unwrap_or_default();
        let matcher = self.names.matcher(cut);
        let found = unwanted.iter().position(|position| matcher.matches(*position));
        if let Some(at) = found {
            unwanted.swap(0, at);
        }
        found.is_none()
    }
}

/// Returns true if a name has the first bytes of another name, ignoring case.
fn starts_with(name: &str, other: &str, beginning: usize) -> bool {
    let (head, other) = (name.as_bytes().get(..beginning), other.as_bytes().get(..beginning));
    head.zip(other).is_some_and(|(head, other)| head.eq_ignore_ascii_case(other))
}

/// Returns true if a name has the last bytes of another name after a beginning, ignoring case.
fn ends_with(name: &str, other: &str, beginning: usize, end: usize) -> bool {
    let tail = |name: &str| name.len().checked_sub(end).filter(|start| *start >= beginning);
    let tail = tail(name).and_then(|start| name.as_bytes().get(start..));
    let other = other.len().checked_sub(end).and_then(|start| other.as_bytes().get(start..));
    tail.zip(other).is_some_and(|(tail, other)| tail.eq_ignore_ascii_case(other))
}
