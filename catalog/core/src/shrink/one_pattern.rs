//! The shortest single pattern for a group of names.

use super::{
    cut::Cut,
    cutter::Cutter,
    ends::{Ends, Side},
    words::is_border,
};

impl Cutter<'_, '_> {
    /// Returns the shortest single pattern for a group with its number of characters, and true if no cut can be
    /// shorter.
    pub(super) fn one_pattern(&self, wanted: &[u16], unwanted: &[u16], ends: Ends) -> (Option<(Cut, usize)>, bool) {
        // Any name of the group has the parts of the pattern. Take the name with the lowest position, so that the
        // result does not depend on the order of the names.
        let Some(name) = wanted.iter().min().copied() else { return (None, true) };
        let counted = |(cut, length)| (cut, self.overhead + length);
        match wanted {
            [name] => (Some(counted(self.alone(*name, unwanted, ends))), true),
            _ if unwanted.is_empty() => (Some(counted((Cut::starred(name, ends, (0, 0)), ends.length() + 1))), true),
            _ => (self.with_middle(name, wanted, unwanted, ends, usize::MAX).map(counted), false),
        }
    }

    /// Returns the shortest pattern for one name: the name itself, or a pattern of its parts that matches no
    /// unwanted name.
    fn alone(&self, name: u16, unwanted: &[u16], ends: Ends) -> (Cut, usize) {
        let text = (self.name)(name);
        let mut best = (Cut::whole(name), text.len());
        let mut front = ends;
        loop {
            let mut both = front;
            while both.length() + 1 < best.1 {
                let cut = Cut::starred(name, both, (0, 0));
                if self.is_clear(cut, unwanted) {
                    best = (cut, both.length() + 1);
                    break;
                }
                if let Some(middle) = self.with_middle(name, &[name], unwanted, both, best.1) {
                    best = middle;
                }
                match self.word(name, both, Side::Back).len() {
                    0 => break,
                    word => both.end += word,
                }
            }
            match self.word(name, front, Side::Front).len() {
                0 => break,
                word => front.beginning += word,
            }
        }
        best
    }

    /// Returns the shortest pattern with a middle part that matches all names of a group, if it has fewer characters
    /// than `below`.
    fn with_middle(
        &self,
        name: u16,
        wanted: &[u16],
        unwanted: &[u16],
        ends: Ends,
        below: usize,
    ) -> Option<(Cut, usize)> {
        let mut best: Option<(Cut, usize)> = None;
        let mut from = ends;
        loop {
            let first = self.word(name, from, Side::Front).len();
            if first == 0 {
                return best;
            }
            let mut to = Ends { beginning: from.beginning + first, ..from };
            loop {
                let length = ends.length() + 2 + to.beginning - from.beginning;
                if length >= best.map_or(below, |(_, length)| length) {
                    break;
                }
                let cut = Cut::starred(name, ends, (from.beginning, to.beginning));
                if self.is_in_all(cut, wanted, ends) && self.is_clear(cut, unwanted) {
                    best = Some((cut, length));
                    break;
                }
                match self.word(name, to, Side::Front).len() {
                    0 => break,
                    word => to.beginning += word,
                }
            }
            from.beginning += first;
        }
    }

    /// Returns true if every name has the words between the stars at word borders between its beginning and its end.
    fn is_in_all(&self, cut: Cut, names: &[u16], ends: Ends) -> bool {
        let Some(words) = cut.pattern((self.name)(cut.name)).map(|pattern| pattern.middle) else { return false };
        names.iter().all(|name| {
            let name = (self.name)(*name);
            let end = name.len().saturating_sub(ends.end);
            let border = |at: usize| at == ends.beginning || at == end || is_border(name, at);
            (ends.beginning..end).any(|from| {
                let to = from + words.len();
                to <= end && name.get(from..to) == Some(words) && border(from) && border(to)
            })
        })
    }

    /// Returns true if a pattern matches none of the names.
    fn is_clear(&self, cut: Cut, names: &[u16]) -> bool {
        cut.pattern((self.name)(cut.name))
            .is_some_and(|pattern| !names.iter().any(|name| pattern.matches((self.name)(*name))))
    }
}
