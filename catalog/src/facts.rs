//! Lists of facts, such as the resource types, condition keys and dependent actions of an action.

use core::{fmt, iter::FusedIterator};

use catalog_core::packed::{Numbers, REQUIRED_BITS, Strings, required_from_bits};

/// A fact that a table encodes as a number. A [`List`] holds such facts.
pub trait ListItem: Sized {
    /// The data that decoding needs in addition to the number: a table or a service.
    type Context: Copy;

    /// Decodes the fact from a number.
    fn read(number: u16, context: Self::Context) -> Option<Self>;
}

/// A string in a table of strings.
impl ListItem for &'static str {
    type Context = Strings;

    #[inline]
    fn read(number: u16, texts: Strings) -> Option<Self> {
        texts.get(usize::from(number))
    }
}

/// The positions, in another table, of the entries that the facts of a service refer to. A number in a list is an index
/// into this slice. For resource types, this index is the number without its lowest `REQUIRED_BITS` bits.
pub(crate) type ReferencedPositions = &'static [u16];

/// A resource type that an action accepts.
///
/// Source: [Actions table](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table),
/// column "Resource types (\*required)".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct ActionResourceType<R> {
    /// The resource type.
    pub resource_type: R,
    /// Whether a statement with this action must name a resource of this type (or `*`). `None` means that AWS's page
    /// does *not state* it, as on pages that AWS publishes for retired services.
    pub required: Option<bool>,
}

impl<R> ActionResourceType<R> {
    /// Returns true if AWS's page states that the action requires the resource type.
    #[must_use]
    #[inline]
    pub const fn is_required(&self) -> bool {
        matches!(self.required, Some(true))
    }
}

impl<R: ListItem> ListItem for ActionResourceType<R> {
    type Context = R::Context;

    #[inline]
    fn read(number: u16, context: R::Context) -> Option<Self> {
        let resource_type = R::read(number >> REQUIRED_BITS, context)?;
        Some(Self { resource_type, required: required_from_bits(number) })
    }
}

/// A list of facts from the reference, in its order and without repeats. It does not allocate.
///
/// ```
/// use catalog::ses;
///
/// let types = ses::Action::SendEmail.resource_types();
/// assert_eq!(types.len(), 3);
/// for taken in types {
///     println!("{} {}", taken.resource_type, if taken.is_required() { "(required)" } else { "" });
/// }
/// ```
pub struct List<T: ListItem> {
    numbers: Numbers,
    context: T::Context,
}

impl<T: ListItem> List<T> {
    #[inline]
    pub(crate) const fn new(numbers: Numbers, context: T::Context) -> Self {
        Self { numbers, context }
    }

    /// Returns the number of entries.
    #[must_use]
    #[inline]
    pub const fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Returns true if the list is empty.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Returns the entry at a position.
    #[must_use]
    #[inline]
    pub fn get(&self, position: usize) -> Option<T> {
        T::read(self.numbers.get(position)?, self.context)
    }

    /// Returns true if the list contains an entry.
    #[must_use]
    #[inline]
    pub fn contains(&self, entry: &T) -> bool
    where
        T: PartialEq,
    {
        self.iter().any(|other| other == *entry)
    }

    /// Returns an iterator over the entries, in order.
    #[must_use]
    #[inline]
    pub const fn iter(&self) -> ListIter<T> {
        ListIter { numbers: self.numbers, context: self.context, start: 0, end: self.numbers.len() }
    }
}

// Implemented by hand, because the derive would also require `T: Clone`.
impl<T: ListItem> Clone for List<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ListItem> Copy for List<T> {}

impl<T: ListItem> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = ListIter<T>;

    #[inline]
    fn into_iter(self) -> ListIter<T> {
        self.iter()
    }
}

impl<T: ListItem> IntoIterator for &List<T> {
    type Item = T;
    type IntoIter = ListIter<T>;

    #[inline]
    fn into_iter(self) -> ListIter<T> {
        self.iter()
    }
}

impl<T: ListItem + fmt::Debug> fmt::Debug for List<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<T: ListItem + PartialEq> PartialEq for List<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl<T: ListItem + Eq> Eq for List<T> {}

/// The entries of a [`List`], in order.
pub struct ListIter<T: ListItem> {
    numbers: Numbers,
    context: T::Context,
    start: usize,
    end: usize,
}

impl<T: ListItem> ListIter<T> {
    #[inline]
    fn entry(&self, position: usize) -> Option<T> {
        T::read(self.numbers.get(position)?, self.context)
    }
}

impl<T: ListItem> Iterator for ListIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.start += 1;
        self.entry(self.start - 1)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.start, Some(self.end - self.start))
    }
}

impl<T: ListItem> DoubleEndedIterator for ListIter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        self.entry(self.end)
    }
}

impl<T: ListItem> ExactSizeIterator for ListIter<T> {}
impl<T: ListItem> FusedIterator for ListIter<T> {}

// Implemented by hand: a derive would require `T: Clone` although the iterator holds no `T`.
impl<T: ListItem> Clone for ListIter<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

impl<T: ListItem + fmt::Debug> fmt::Debug for ListIter<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
