//! The values of a key for which a comparison is true.

use alloc::vec::Vec;

use super::{
    address::{self, Address},
    answer::Answer,
    instant,
    mark::Variable,
    pattern::Pattern,
    pattern_set::PatternSet,
    ranges::{Cut, Ranges, Side},
    work::Work,
};
use crate::{
    operator::{Comparator, Compares},
    value::Decimal,
};

/// A set of values of a condition key.
#[derive(Clone, Debug)]
pub(super) enum ValueSet<'p> {
    /// Every value.
    Everything,
    /// Strings and ARNs.
    Strings(PatternSet<'p>),
    /// Numbers.
    Numbers(Ranges<Decimal<'p>>),
    /// Dates.
    Dates(Ranges<u64>),
    /// IP addresses.
    Addresses(Ranges<Address>),
    /// Booleans: whether the set has `false`, and whether it has `true`.
    Booleans([bool; 2]),
}

impl<'p> ValueSet<'p> {
    /// Returns the values for which a comparator is true, or `None` if the strings are not valid values.
    pub(super) fn new(comparator: Comparator, texts: &[&'p str], has_variables: bool) -> Option<Self> {
        let is_negated = comparator.is_negated();
        match comparator.compares() {
            Compares::String | Compares::Binary => {
                let has_wildcards = comparator.has_wildcards();
                let ignores_case = comparator.ignores_case();
                let has_variables = has_variables && comparator != Comparator::BinaryEquals;
                let pattern = |text: &&'p str| Pattern::string(text, has_wildcards, ignores_case, has_variables);
                let patterns = texts.iter().map(pattern).collect();
                Some(Self::Strings(PatternSet { patterns, is_complement: is_negated }))
            }
            Compares::Arn => {
                let patterns: Option<Vec<_>> = texts.iter().map(|text| Pattern::arn(text, has_variables)).collect();
                Some(Self::Strings(PatternSet { patterns: patterns?, is_complement: is_negated }))
            }
            Compares::Numeric => ranges(texts, comparator, Decimal::parse).map(Self::Numbers),
            Compares::Date => ranges(texts, comparator, instant::parse).map(Self::Dates),
            Compares::IpAddress => {
                let ranges = Ranges::new(texts.iter().map(|text| address::parse(text)).collect::<Option<_>>()?);
                Some(Self::Addresses(if is_negated { ranges.complement() } else { ranges }))
            }
            Compares::Bool => {
                let is = |name: &'static str| texts.iter().any(|text| text.eq_ignore_ascii_case(name));
                let booleans = [is("false"), is("true")];
                let are_valid =
                    texts.iter().all(|text| text.eq_ignore_ascii_case("false") || text.eq_ignore_ascii_case("true"));
                are_valid.then_some(Self::Booleans(booleans))
            }
            Compares::Presence => None,
        }
    }

    /// Decides if each value is in another set. Sets of different types are not compared.
    pub(super) fn within(&self, wide: &Self, work: &mut Work) -> Answer {
        if !work.spend(1) {
            return Answer::Unknown;
        }
        match (self, wide) {
            _ if wide.is_everything() || self.is_empty() => Answer::Yes,
            (Self::Strings(narrow), Self::Strings(wide)) => narrow.within(wide, work),
            (Self::Numbers(narrow), Self::Numbers(wide)) => narrow.is_within(wide).into(),
            (Self::Dates(narrow), Self::Dates(wide)) => narrow.is_within(wide).into(),
            (Self::Addresses(narrow), Self::Addresses(wide)) => narrow.is_within(wide).into(),
            (Self::Booleans(narrow), Self::Booleans(wide)) => {
                narrow.iter().zip(wide).all(|(narrow, wide)| !narrow || *wide).into()
            }
            (Self::Everything, Self::Strings(wide)) => {
                PatternSet::union(Vec::from([Pattern::everything()])).within(wide, work)
            }
            (Self::Everything, _) => Answer::No,
            _ => Answer::Unknown,
        }
    }

    /// Returns true if the set clearly contains a value, for all values of variables.
    pub(super) fn have_one(&self) -> bool {
        match self {
            Self::Strings(set) => {
                let is_plain = |pattern: &Pattern<'_>| !pattern.has_variable() && !pattern.has_wildcard();
                let is_empty = || set.patterns.iter().all(Pattern::has_variable);
                if set.is_complement { set.patterns.iter().all(is_plain) } else { !is_empty() }
            }
            _ => !self.is_empty(),
        }
    }

    /// Returns true if the set contains every value of its type.
    pub(super) fn is_everything(&self) -> bool {
        match self {
            Self::Everything => true,
            Self::Strings(set) => set.is_everything(),
            Self::Numbers(ranges) => ranges.is_everything(),
            Self::Dates(ranges) => ranges.is_everything(),
            Self::Addresses(ranges) => ranges.is_everything(),
            Self::Booleans(booleans) => *booleans == [true, true],
        }
    }

    /// Returns true if the set contains no value.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Everything => false,
            Self::Strings(set) => set.is_empty(),
            Self::Numbers(ranges) => ranges.is_empty(),
            Self::Dates(ranges) => ranges.is_empty(),
            Self::Addresses(ranges) => ranges.is_empty(),
            Self::Booleans(booleans) => *booleans == [false, false],
        }
    }

    /// Returns the variables of the values.
    pub(super) fn variables(&self) -> impl Iterator<Item = Variable<'p>> {
        let set = if let Self::Strings(set) = self { Some(set) } else { None };
        set.into_iter().flat_map(PatternSet::variables)
    }
}

/// Decides if one value of a list makes another value redundant: it matches each value that the narrow one matches.
#[must_use]
pub fn value_within(comparator: Comparator, narrow: &str, wide: &str, has_variables: bool, work: &mut Work) -> Answer {
    let set = |text| ValueSet::new(comparator, &[text], has_variables);
    let (Some(narrow), Some(wide)) = (set(narrow), set(wide)) else { return Answer::Unknown };
    if comparator.is_negated() { wide.within(&narrow, work) } else { narrow.within(&wide, work) }
}

/// Returns the values that a comparator for numbers or dates accepts.
fn ranges<'p, T: Ord + Copy>(
    texts: &[&'p str],
    comparator: Comparator,
    parse: impl Fn(&'p str) -> Option<T>,
) -> Option<Ranges<T>> {
    use Comparator as C;
    let range = |value| {
        let (before, after) = (Cut::At(value, Side::Before), Cut::At(value, Side::After));
        match comparator {
            C::NumericLessThan | C::DateLessThan => (Cut::Start, before),
            C::NumericLessThanEquals | C::DateLessThanEquals => (Cut::Start, after),
            C::NumericGreaterThan | C::DateGreaterThan => (after, Cut::End),
            C::NumericGreaterThanEquals | C::DateGreaterThanEquals => (before, Cut::End),
            _ => (before, after),
        }
    };
    let ranges = Ranges::new(texts.iter().map(|text| parse(text).map(range)).collect::<Option<_>>()?);
    Some(if comparator.is_negated() { ranges.complement() } else { ranges })
}
