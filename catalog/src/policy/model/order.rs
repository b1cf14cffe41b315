//! The order in which the elements of an object are written.

/// An order of all `N` possible elements. An absent element has a place as well, so that its position is known if it is
/// added later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Order<E, const N: usize>([E; N]);

impl<E: Copy + PartialEq, const N: usize> Order<E, N> {
    /// Returns an order of these elements, without repeats.
    pub(super) const fn new(elements: [E; N]) -> Self {
        Self(elements)
    }

    /// Begins to read elements that are otherwise in a canonical order.
    pub(super) const fn reading(canonical: [E; N]) -> Reading<E, N> {
        Reading { canonical, read: canonical, count: 0 }
    }

    pub(super) fn iter(self) -> impl Iterator<Item = E> {
        self.0.into_iter()
    }
}

/// Elements in the order in which they are read.
pub(super) struct Reading<E, const N: usize> {
    canonical: [E; N],
    read: [E; N],
    count: usize,
}

impl<E: Copy + PartialEq, const N: usize> Reading<E, N> {
    /// Adds an element that has not been added before.
    pub(super) fn push(&mut self, element: E) {
        if let Some(place) = self.read.get_mut(self.count) {
            *place = element;
            self.count += 1;
        }
    }

    /// Returns the order. The elements that were read are permuted among their canonical
    /// positions, and all others keep theirs.
    pub(super) fn done(&self) -> Order<E, N> {
        let read = self.read.get(..self.count).unwrap_or_default();
        let mut next = read.iter();
        let mut order = Order(self.canonical);
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
        let mut order = Order::reading([0, 1, 2, 3, 4]);
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
