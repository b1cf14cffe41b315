//! Checks whether operators fit a type of condition keys. The rules, the builder and the macros use these checks.

use super::{Comparator, Compares, Operator, SetOperator};
use catalog_core::ConditionKeyType;

/// The reason why a set operator, or its absence, does not fit a condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetMisfit {
    /// The key is multivalued, and the operator has no set operator.
    Missing,
    /// The key is single-valued, and the operator has this set operator.
    Needless(SetOperator),
}

impl Operator {
    /// Returns the reason why the set operator, or its absence, does not fit a key of a type. `Null` only checks
    /// whether the key exists, so it fits with and without a set operator.
    ///
    /// ```
    /// use catalog::{ConditionKeyType, policy::operator::{Comparator, Operator, SetMisfit}};
    ///
    /// let operator = Operator::new(Comparator::StringEquals);
    /// assert_eq!(operator.set_misfit(ConditionKeyType::ArrayOfString), Some(SetMisfit::Missing));
    /// assert_eq!(operator.set_misfit(ConditionKeyType::String), None);
    /// ```
    #[must_use]
    pub const fn set_misfit(self, key: ConditionKeyType) -> Option<SetMisfit> {
        match (self.comparator, self.set) {
            (Comparator::Null, _) => None,
            (_, None) if key.is_array() => Some(SetMisfit::Missing),
            (_, Some(set)) if !key.is_array() => Some(SetMisfit::Needless(set)),
            _ => None,
        }
    }
}

impl Compares {
    /// Returns true if policy variables in values are expanded. AWS expands them only in strings and ARNs.
    #[must_use]
    pub const fn replaces_variables(self) -> bool {
        matches!(self, Self::String | Self::Arn)
    }
}

impl Comparator {
    /// Returns true if the comparator is the negation of another one. Such a comparison is true for a request without
    /// the key.
    ///
    /// ```
    /// use catalog::policy::operator::Comparator;
    /// assert!(Comparator::NotIpAddress.is_negated() && !Comparator::IpAddress.is_negated());
    /// ```
    #[must_use]
    pub fn is_negated(self) -> bool {
        self.name().contains("Not")
    }

    /// Returns true if the comparator compares strings and ignores their case.
    pub(crate) const fn ignores_case(self) -> bool {
        matches!(self, Self::StringEqualsIgnoreCase | Self::StringNotEqualsIgnoreCase)
    }

    /// Returns true if the comparator can compare the values of a key of a type: see [`Compares::fits`].
    #[must_use]
    pub const fn fits(self, key: ConditionKeyType) -> bool {
        self.compares().fits(key)
    }

    /// Returns true if the comparator can compare a key of a type with these values. Values with policy variables can
    /// fit although the comparator does not [fit](Self::fits) the type.
    ///
    /// ```
    /// use catalog::{ConditionKeyType, policy::operator::Comparator};
    ///
    /// let fits = |value| Comparator::StringEquals.fits_values(ConditionKeyType::IpAddress, [value]);
    /// assert!(fits("${aws:VpcSourceIp}") && !fits("203.0.113.7"));
    /// ```
    #[must_use]
    pub fn fits_values<'v>(self, key: ConditionKeyType, values: impl IntoIterator<Item = &'v str>) -> bool {
        // The operators for strings can compare an address with a variable: AWS's page compares
        // `aws:Ec2InstanceSourcePrivateIPv4` with `${aws:VpcSourceIp}` in this way.
        let of_variables = self.compares() == Compares::String && key == ConditionKeyType::IpAddress;
        self.fits(key) || of_variables && values.into_iter().all(|value| value.contains("${"))
    }

    /// Returns the comparators that are made for a key of a type, for messages. Other comparators may also
    /// [fit](Self::fits).
    ///
    /// ```
    /// use catalog::{ConditionKeyType, policy::operator::Comparator};
    /// assert!(Comparator::made_for(ConditionKeyType::IpAddress).eq([Comparator::IpAddress, Comparator::NotIpAddress]));
    /// ```
    pub fn made_for(key: ConditionKeyType) -> impl Iterator<Item = Self> {
        let own =
            move |comparator: &Self| *comparator != Self::Null && comparator.compares().value_type() == key.element();
        Self::ALL.iter().copied().filter(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_operators_and_they_fit() {
        for key in ConditionKeyType::ALL {
            assert!(Comparator::made_for(*key).next().is_some(), "{key}");
            assert!(Comparator::made_for(*key).all(|comparator| comparator.fits(*key)), "{key}");
            assert!(Comparator::Null.fits(*key));
            assert_eq!(Operator::new(Comparator::Null).set_misfit(*key), None);
        }
    }

    #[test]
    fn a_set_operator_stands_where_there_are_several_values() {
        let all = Comparator::StringLike.for_all_values();
        assert_eq!(all.set_misfit(ConditionKeyType::ArrayOfString), None);
        assert_eq!(all.set_misfit(ConditionKeyType::String), Some(SetMisfit::Needless(SetOperator::ForAllValues)));
        assert_eq!(Comparator::Bool.if_exists().set_misfit(ConditionKeyType::Bool), None);
    }
}
