//! Cuts a group of names, and finds the shortest list of patterns that cutting makes.

use super::{
    buffer::PatternBuffer,
    cut::Cut,
    cutter::Cutter,
    ends::{Ends, Side},
};

impl Cutter<'_, '_> {
    /// Cuts a group by its next words at a side, and visits the resulting groups until a visit returns false. Visits no
    /// group if there are so many that their patterns must reach the bound.
    ///
    /// Returns true if all groups were visited.
    fn cut(
        &self,
        (wanted, unwanted): (&mut [u16], &mut [u16]),
        ends: Ends,
        side: Side,
        bound: usize,
        mut visit: impl FnMut(&mut [u16], &mut [u16], Option<Ends>) -> bool,
    ) -> bool {
        wanted.sort_unstable_by(|left, right| {
            let word = |name| self.word(name, ends, side);
            word(*left).cmp(word(*right)).then(left.cmp(right))
        });
        let groups =
            wanted.chunk_by(|left, right| self.word(*left, ends, side) == self.word(*right, ends, side)).count();
        if groups.saturating_mul(self.overhead + ends.length()) >= bound {
            return false;
        }
        let mut rest = wanted;
        while let Some(first) = rest.first().copied() {
            let word = self.word(first, ends, side);
            let count = rest.iter().position(|name| self.word(*name, ends, side) != word).unwrap_or(rest.len());
            let (group, behind) = rest.split_at_mut(count);
            rest = behind;
            let (mut fitting, mut at) = (0, 0);
            while let Some(name) = unwanted.get(at).copied() {
                if self.fits(name, ends, side, word) {
                    unwanted.swap(fitting, at);
                    fitting += 1;
                }
                at += 1;
            }
            let (fitting, _) = unwanted.split_at_mut(fitting);
            let ends = match side {
                _ if word.is_empty() => None,
                Side::Front => Some(Ends { beginning: ends.beginning + word.len(), ..ends }),
                Side::Back => Some(Ends { end: ends.end + word.len(), ..ends }),
            };
            if !visit(group, fitting, ends) {
                return false;
            }
        }
        true
    }

    /// Returns the number of characters in the shortest list for a group. If no list is below the bound, the result is
    /// not below it either.
    fn cost(&self, wanted: &mut [u16], unwanted: &mut [u16], ends: Ends, bound: usize) -> usize {
        let (one, settled) = self.one_pattern(wanted, unwanted, ends);
        let one = one.map_or(usize::MAX, |(_, cost)| cost);
        if settled {
            return one;
        }
        let front = one.min(self.cost_of_cut(wanted, unwanted, ends, Side::Front, bound.min(one)));
        front.min(self.cost_of_cut(wanted, unwanted, ends, Side::Back, bound.min(front)))
    }

    fn cost_of_cut(&self, wanted: &mut [u16], unwanted: &mut [u16], ends: Ends, side: Side, bound: usize) -> usize {
        let mut sum = 0_usize;
        let whole = self.cut((wanted, unwanted), ends, side, bound, |wanted, unwanted, ends| {
            // The sum saturates, because an abandoned cut has the maximum cost.
            sum = sum.saturating_add(match ends {
                Some(ends) => self.cost(wanted, unwanted, ends, bound.saturating_sub(sum)),
                None => wanted.iter().map(|name| self.overhead + (self.name)(*name).len()).sum(),
            });
            sum < bound
        });
        if whole { sum } else { usize::MAX }
    }

    /// Writes the list whose length [`cost`](Self::cost) returns. Among equally short lists, a single pattern comes
    /// first, and then a cut at the front.
    pub(super) fn write(&self, wanted: &mut [u16], unwanted: &mut [u16], ends: Ends, list: &mut PatternBuffer<'_>) {
        let (one, settled) = self.one_pattern(wanted, unwanted, ends);
        let cost = one.map_or(usize::MAX, |(_, cost)| cost);
        let mut side = None;
        if !settled {
            let front = self.cost_of_cut(wanted, unwanted, ends, Side::Front, cost);
            let back = self.cost_of_cut(wanted, unwanted, ends, Side::Back, cost.min(front));
            if front.min(back) < cost {
                side = Some(if back < front { Side::Back } else { Side::Front });
            }
        }
        match (side, one) {
            (None, Some((cut, _))) => list.push(cut),
            (side, _) => {
                let side = side.unwrap_or(Side::Front);
                self.cut((wanted, unwanted), ends, side, usize::MAX, |wanted, unwanted, ends| {
                    match ends {
                        Some(ends) => self.write(wanted, unwanted, ends, list),
                        None => wanted.iter().for_each(|name| list.push(Cut::whole(*name))),
                    }
                    true
                });
            }
        }
    }
}
