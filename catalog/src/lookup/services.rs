//! The iterator over every service of the catalog.

use core::{iter::FusedIterator, slice};

use crate::{handles::Service, services::ALL};

/// Returns every service, in order of prefix.
///
/// ```
/// use catalog::services;
///
/// for service in services() {
///     println!("{:24} {:4} actions  {service}", service.prefix(), service.actions().len());
/// }
/// ```
#[must_use]
#[inline]
pub fn services() -> Services {
    Services(ALL.iter())
}

/// Every service, in order of prefix, returned by [`services`].
#[derive(Clone, Debug)]
pub struct Services(slice::Iter<'static, Service>);

impl Iterator for Services {
    type Item = Service;

    #[inline]
    fn next(&mut self) -> Option<Service> {
        self.0.next().copied()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Services {
    #[inline]
    fn next_back(&mut self) -> Option<Service> {
        self.0.next_back().copied()
    }
}

impl ExactSizeIterator for Services {}
impl FusedIterator for Services {}
