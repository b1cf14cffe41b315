//! What a builder takes where a policy has one or a list.

use alloc::vec::Vec;

use super::problem::ProblemKind;

/// One or more of what a policy has a list of: actions as [`ActionText`](crate::policy::ActionText), resources as
/// [`ResourceText`](crate::policy::ResourceText), values as [`ConditionValue`](crate::policy::ConditionValue).
///
/// A single one is written without brackets. Arrays, slices and vectors are written as lists. A `Result` stands for what is
/// in it, and its error is told when the policy is built. A plain text is none of them:
///
/// ```compile_fail,E0277
/// # use catalog::policy::Statement;
/// Statement::allow("ses:SendEmial");
/// ```
///
/// ```text
/// error[E0277]: `&str` is not checked to be `ActionText`
/// ```
///
/// | for | what can be given |
/// | --- | --- |
/// | actions | variants of the services' enums, [`AnyAction`](crate::AnyAction), [`ActionPattern`](crate::ActionPattern), what [`actions!`](crate::actions!) gives, [`ActionSet`](crate::ActionSet) (as few patterns as can be), `ActionText` |
/// | resources | `ResourceText` |
/// | values | texts, truth values, whole numbers, IP addresses, `ResourceText`, [`Number`](crate::policy::Number), `ConditionValue` |
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not checked to be `{T}`",
    note = "a text is checked by `ActionPattern::new(text)` or `ResourceText::new(text)`, and the `Result` can be given as it is",
    note = "what the catalog lacks goes in by `ActionText::uncataloged(text)`",
    note = "a condition compares texts, whole numbers, truth values, IP addresses, and other numbers as `Number`s of a text"
)]
pub trait IntoList<T>: Sized {
    /// Hands over what there is.
    #[doc(hidden)]
    fn give(self, items: &mut Items<T>);
}

/// What was given, and what was wrong with it.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Items<T> {
    pub(super) values: Vec<T>,
    /// What was wrong, each with its position among all that was given.
    pub(super) problems: Vec<(usize, ProblemKind)>,
    /// Whether it is written as a list.
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
