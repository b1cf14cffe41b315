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

mod piece;
#[cfg(test)]
mod tests;
mod words;

pub use piece::{Cut, Piece};
pub use words::is_border;

/// Finds the shortest list of patterns that matches the wanted names and none of the unwanted, as [told above](self).
/// Names that are neither may be matched or not.
///
/// `name` gives the name at a position. `overhead` is how many characters a pattern takes besides its own. The list is
/// written into `cuts`, which must have room for as many as there are wanted names; what the answer gives is how many
/// there are. `wanted` and `unwanted` are left in another order.
///
/// It takes nothing from the heap, and the same names give the same list, whatever their order.
pub fn shrink<'n>(
    name: impl Fn(u16) -> &'n str,
    overhead: usize,
    wanted: &mut [u16],
    unwanted: &mut [u16],
    cuts: &mut [Cut],
) -> usize {
    let mut list = List { cuts, length: 0 };
    if !wanted.is_empty() {
        Cutter { name: &name, overhead }.write(wanted, unwanted, Place::default(), &mut list);
    }
    list.leave_out_the_enclosed(&name);
    list.length
}

/// How much of its names a group is cut to.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    beginning: usize,
    end: usize,
}

impl Place {
    const fn length(self) -> usize {
        self.beginning + self.end
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Front,
    Back,
}

/// The patterns that are settled.
struct List<'c> {
    cuts: &'c mut [Cut],
    length: usize,
}

impl List<'_> {
    fn push(&mut self, cut: Cut) {
        if let Some(place) = self.cuts.get_mut(self.length) {
            *place = cut;
            self.length += 1;
        }
    }

    /// Cutting knows words and matching does not, so that a pattern may reach into another group.
    fn leave_out_the_enclosed<'n>(&mut self, name: &impl Fn(u16) -> &'n str) {
        let mut kept = 0;
        for place in 0..self.length {
            let Some(cut) = self.cuts.get(place).copied() else { break };
            let own = name(cut.name);
            let piece = cut.piece(own);
            // What is left out already counts no more; of equal patterns the last stays.
            let others = self.cuts.get(..kept).into_iter().chain(self.cuts.get(place + 1..self.length)).flatten();
            let mut starred = others.filter_map(|other| other.piece(name(other.name)));
            let enclosed = starred.any(|other| match piece {
                Some(piece) => other.encloses(piece),
                None => other.matches(own),
            });
            if !enclosed && let Some(to) = self.cuts.get_mut(kept) {
                *to = cut;
                kept += 1;
            }
        }
        self.length = kept;
    }
}

struct Cutter<'f, F> {
    name: &'f F,
    overhead: usize,
}

impl<'n, F: Fn(u16) -> &'n str> Cutter<'_, F> {
    /// The next word of a name at a side, in bytes from the start of the name. Empty where nothing is left.
    fn word(&self, name: u16, place: Place, side: Side) -> &'n [u8] {
        let name = (self.name)(name);
        let (from, to) = (place.beginning, name.len().saturating_sub(place.end));
        let (from, to) = match side {
            Side::Front => (from, (from + 1..to).find(|at| is_border(name, *at)).unwrap_or(to)),
            Side::Back => ((from + 1..to).rev().find(|at| is_border(name, *at)).unwrap_or(from), to),
        };
        name.as_bytes().get(from..to).unwrap_or_default()
    }

    /// Whether a name that fits a place fits it with one word more.
    fn fits(&self, name: u16, place: Place, side: Side, word: &[u8]) -> bool {
        let name = (self.name)(name).as_bytes();
        let start = match side {
            Side::Front => Some(place.beginning),
            Side::Back => name.len().checked_sub(place.end + word.len()),
        };
        place.length() + word.len() <= name.len()
            && start
                .and_then(|start| name.get(start..start + word.len()))
                .is_some_and(|found| found.eq_ignore_ascii_case(word))
    }

    /// Cuts a group by its next words at a side, and visits the groups until one visit says stop. Does nothing where there
    /// are so many groups that their patterns must reach the bound.
    fn cut(
        &self,
        (wanted, unwanted): (&mut [u16], &mut [u16]),
        place: Place,
        side: Side,
        bound: usize,
        mut visit: impl FnMut(&mut [u16], &mut [u16], Option<Place>) -> bool,
    ) -> bool {
        wanted.sort_unstable_by(|left, right| {
            let word = |name| self.word(name, place, side);
            word(*left).cmp(word(*right)).then(left.cmp(right))
        });
        let groups =
            wanted.chunk_by(|left, right| self.word(*left, place, side) == self.word(*right, place, side)).count();
        if groups.saturating_mul(self.overhead + place.length()) >= bound {
            return false;
        }
        let mut rest = wanted;
        while let Some(first) = rest.first().copied() {
            let word = self.word(first, place, side);
            let count = rest.iter().position(|name| self.word(*name, place, side) != word).unwrap_or(rest.len());
            let (group, behind) = rest.split_at_mut(count);
            rest = behind;
            let (mut fitting, mut at) = (0, 0);
            while let Some(name) = unwanted.get(at).copied() {
                if self.fits(name, place, side, word) {
                    unwanted.swap(fitting, at);
                    fitting += 1;
                }
                at += 1;
            }
            let (fitting, _) = unwanted.split_at_mut(fitting);
            let place = match side {
                _ if word.is_empty() => None,
                Side::Front => Some(Place { beginning: place.beginning + word.len(), ..place }),
                Side::Back => Some(Place { end: place.end + word.len(), ..place }),
            };
            if !visit(group, fitting, place) {
                return false;
            }
        }
        true
    }

    /// The characters of the shortest list for a group; where there is none below the bound, the bound or more.
    fn cost(&self, wanted: &mut [u16], unwanted: &mut [u16], place: Place, bound: usize) -> usize {
        let (one, settled) = self.one_pattern(wanted, unwanted, place);
        let one = one.map_or(usize::MAX, |(_, cost)| cost);
        if settled {
            return one;
        }
        let front = one.min(self.cost_of_cut(wanted, unwanted, place, Side::Front, bound.min(one)));
        front.min(self.cost_of_cut(wanted, unwanted, place, Side::Back, bound.min(front)))
    }

    fn cost_of_cut(&self, wanted: &mut [u16], unwanted: &mut [u16], place: Place, side: Side, bound: usize) -> usize {
        let mut sum = 0_usize;
        let whole = self.cut((wanted, unwanted), place, side, bound, |wanted, unwanted, place| {
            // What is given up on costs more than can be counted.
            sum = sum.saturating_add(match place {
                Some(place) => self.cost(wanted, unwanted, place, bound.saturating_sub(sum)),
                None => wanted.iter().map(|name| self.overhead + (self.name)(*name).len()).sum(),
            });
            sum < bound
        });
        if whole { sum } else { usize::MAX }
    }

    /// Writes the list that [`cost`](Self::cost) counts. Of equally short ones, one pattern, or else what is cut at the
    /// front.
    fn write(&self, wanted: &mut [u16], unwanted: &mut [u16], place: Place, list: &mut List<'_>) {
        let (one, settled) = self.one_pattern(wanted, unwanted, place);
        let cost = one.map_or(usize::MAX, |(_, cost)| cost);
        let mut side = None;
        if !settled {
            let front = self.cost_of_cut(wanted, unwanted, place, Side::Front, cost);
            let back = self.cost_of_cut(wanted, unwanted, place, Side::Back, cost.min(front));
            if front.min(back) < cost {
                side = Some(if back < front { Side::Back } else { Side::Front });
            }
        }
        match (side, one) {
            (None, Some((cut, _))) => list.push(cut),
            (side, _) => {
                let side = side.unwrap_or(Side::Front);
                self.cut((wanted, unwanted), place, side, usize::MAX, |wanted, unwanted, place| {
                    match place {
                        Some(place) => self.write(wanted, unwanted, place, list),
                        None => wanted.iter().for_each(|name| list.push(Cut::whole(*name))),
                    }
                    true
                });
            }
        }
    }

    /// The shortest one pattern for a group, with its characters, and whether no cut can be shorter.
    fn one_pattern(&self, wanted: &[u16], unwanted: &[u16], place: Place) -> (Option<(Cut, usize)>, bool) {
        // The least position: any would do, and the answer must not hang on the order.
        let Some(name) = wanted.iter().min().copied() else { return (None, true) };
        let counted = |(cut, length)| (cut, self.overhead + length);
        match wanted {
            [name] => (Some(counted(self.alone(*name, unwanted, place))), true),
            _ if unwanted.is_empty() => (Some(counted((Cut::starred(name, place, (0, 0)), place.length() + 1))), true),
            _ => (self.with_middle(name, wanted, unwanted, place, usize::MAX).map(counted), false),
        }
    }

    /// The shortest pattern for one name: itself, or its least parts that no unwanted name has.
    fn alone(&self, name: u16, unwanted: &[u16], place: Place) -> (Cut, usize) {
        let text = (self.name)(name);
        let mut best = (Cut::whole(name), text.len());
        let mut front = place;
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

    /// The shortest pattern with a part between two stars that matches all of a group, in fewer characters than `below`.
    fn with_middle(
        &self,
        name: u16,
        wanted: &[u16],
        unwanted: &[u16],
        place: Place,
        below: usize,
    ) -> Option<(Cut, usize)> {
        let mut best: Option<(Cut, usize)> = None;
        let mut from = place;
        loop {
            let first = self.word(name, from, Side::Front).len();
            if first == 0 {
                return best;
            }
            let mut to = Place { beginning: from.beginning + first, ..from };
            loop {
                let length = place.length() + 2 + to.beginning - from.beginning;
                if length >= best.map_or(below, |(_, length)| length) {
                    break;
                }
                let cut = Cut::starred(name, place, (from.beginning, to.beginning));
                if self.is_in_all(cut, wanted, place) && self.is_clear(cut, unwanted) {
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

    /// Whether the words between the stars stand between beginning and end in every name.
    fn is_in_all(&self, cut: Cut, names: &[u16], place: Place) -> bool {
        let Some(words) = cut.piece((self.name)(cut.name)).map(|piece| piece.middle) else { return false };
        names.iter().all(|name| {
            let name = (self.name)(*name);
            let end = name.len().saturating_sub(place.end);
            let border = |at: usize| at == place.beginning || at == end || is_border(name, at);
            (place.beginning..end).any(|from| {
                let to = from + words.len();
                to <= end && name.get(from..to) == Some(words) && border(from) && border(to)
            })
        })
    }

    /// Whether a pattern matches none of the names.
    fn is_clear(&self, cut: Cut, names: &[u16]) -> bool {
        cut.piece((self.name)(cut.name))
            .is_some_and(|piece| !names.iter().any(|name| piece.matches((self.name)(*name))))
    }
}
