//! In which order the elements of an object are written.

/// An order of `N` elements, each a number below `N`. Those that are absent have a place, too, so that they can come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Order<const N: usize>([u8; N]);

impl<const N: usize> Order<N> {
    /// The order of AWS's pages.
    pub(super) const CANONICAL: Self = {
        let mut places = [0; N];
        let mut number: u8 = 0;
        let mut rest = places.as_mut_slice();
        while let [place, behind @ ..] = rest {
            *place = number;
            number += 1;
            rest = behind;
        }
        Self(places)
    };

    /// The order of elements that are still to be read.
    pub(super) const fn reading() -> Reading<N> {
        Reading { read: [0; N], count: 0 }
    }

    pub(super) fn iter(self) -> impl Iterator<Item = u8> {
        self.0.into_iter()
    }
}

/// Elements in the order in which they are read.
pub(super) struct Reading<const N: usize> {
    read: [u8; N],
    count: usize,
}

impl<const N: usize> Reading<N> {
    /// Adds an element. Nobody adds one twice.
    pub(super) fn push(&mut self, element: u8) {
        if let Some(place) = self.read.get_mut(self.count) {
            *place = element;
            self.count += 1;
        }
    }

    /// What was read takes the places that it has in AWS's order, in its own; what was not keeps its place.
    pub(super) fn done(&self) -> Order<N> {
        let read = self.read.get(..self.count).unwrap_or_default();
        let mut next = read.iter();
        let mut order = Order::CANONICAL;
        for place in order.0.iter_mut().filter(|place| read.contains(place)) {
            if let Some(element) = next.next() {
                *place = *element;
            }
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::vec::Vec;

    fn read(elements: &[u8]) -> Vec<u8> {
        let mut order = Order::<5>::reading();
        for element in elements {
            order.push(*element);
        }
        order.done().iter().collect()
    }

    #[test]
    fn what_was_not_read_keeps_its_place() {
        assert_eq!(read(&[]), [0, 1, 2, 3, 4]);
        assert_eq!(read(&[3, 1, 4]), [0, 3, 2, 1, 4]);
        assert_eq!(read(&[4, 3, 2, 1, 0]), [4, 3, 2, 1, 0]);
        assert_eq!(read(&[4, 3, 2, 1, 0, 7]), [4, 3, 2, 1, 0]);
    }
}
