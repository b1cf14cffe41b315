//! The trait of types that a builder accepts for one item or a list of items.

use alloc::vec::Vec;

use super::problem::ProblemKind;

/// One or more items for a list in a policy: actions as [`ActionText`](crate::policy::ActionText), resources as
/// [`ResourceText`](crate::policy::ResourceText), values as [`ConditionValue`](crate::policy::ConditionValue).
///
/// A single item is written without brackets. Arrays, slices and vectors are written as lists. A `Result` provides its
/// value, or its error when the policy is built. A plain string is not accepted, because it has not been checked:
///
/// ```compile_fail,E0277
/// # use catalog::policy::Statement;
/// Statement::allow("ses:SendEmial");
/// ```
///
/// ```text
/// error[E0277]: `&str` is not a checked `ActionText`
/// ```
///
/// | for | accepted types |
/// | --- | --- |
/// | actions | variants of the services' enums, [`AnyAction`](crate::AnyAction), [`ActionPattern`](crate::ActionPattern), the output of [`actions!`](crate::actions!), [`ActionSet`](crate::ActionSet) (written as few patterns), `ActionText` |
/// | resources | `ResourceText` |
/// | values | strings, booleans, integers, IP addresses, `ResourceText`, [`Number`](crate::policy::Number), `ConditionValue` |
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a checked `{T}`",
    note = "check a string with `ActionPattern::new` or `ResourceText::new`, and pass the `Result`",
    note = "for an action that the catalog lacks, use `ActionText::uncataloged`",
    note = "a condition compares strings, booleans, integers, IP addresses, and `Number`s, which are parsed from strings"
)]
pub trait IntoList<T>: Sized {
    /// Adds the items to a list.
    #[doc(hidden)]
    fn give(self, items: &mut Items<T>);
}

/// The items that the caller passed, and the problems with them.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Items<T> {
    pub(super) values: Vec<T>,
    /// The problems, each with its position among all items that the caller passed.
    pub(super) problems: Vec<(usize, ProblemKind)>,
    /// Whether the items are written as a list.
    pub(super) is_list: bool,
}

impl<T> Items<T> {
    pub(super) fn from_list(given: impl IntoList<T>) -> Self {
        let mut items = Self { values: Vec::new(), problems: Vec::new(), is_list: false };
        given.give(&mut items);
        items
    }

    pub(super) fn add(&mut self, value: impl Into<T>) {
        self.values.push(value.into());
    }

    pub(super) fn fail(&mut self, problem: ProblemKind) {
        self.problems.push((self.values.len().saturating_add(self.problems.len()), problem));
    }

    pub(super) fn each<I: IntoList<T>>(&mut self, given: impl IntoIterator<Item = I>) {
        self.is_list = true;
        for one in given {
            one.give(self);
        }
    }
}

impl<T, I: IntoList<T>, const N: usize> IntoList<T> for [I; N] {
    fn give(self, items: &mut Items<T>) {
        items.each(self);
    }
}

impl<T, I: IntoList<T>> IntoList<T> for Vec<I> {
    fn give(self, items: &mut Items<T>) {
        items.each(self);
    }
}

impl<T, I: IntoList<T> + Clone> IntoList<T> for &[I] {
    fn give(self, items: &mut Items<T>) {
        items.each(self.iter().cloned());
    }
}

impl<T, I: IntoList<T> + Clone, const N: usize> IntoList<T> for &[I; N] {
    fn give(self, items: &mut Items<T>) {
        items.each(self.iter().cloned());
    }
}

impl<T, I: IntoList<T> + Clone> IntoList<T> for &Vec<I> {
    fn give(self, items: &mut Items<T>) {
        items.each(self.iter().cloned());
    }
}

impl<T, I: IntoList<T>, E: Into<ProblemKind>> IntoList<T> for Result<I, E> {
    fn give(self, items: &mut Items<T>) {
        match self {
            Ok(given) => given.give(items),
            Err(error) => items.fail(error.into()),
        }
    }
}
