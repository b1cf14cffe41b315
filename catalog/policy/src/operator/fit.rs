//! Which operators fit a condition key of a type. Rules, builder and macros ask here.

use super::{Comparator, Compares, Operator, SetOperator};
use catalog_core::ConditionKeyType;

/// What keeps a set operator from fitting a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetMisfit {
    /// The key carries several values, and the operator has no set operator.
    Missing,
    /// The key carries one value, and the operator has this set operator.
    Needless(SetOperator),
}

impl Operator {
    /// What keeps the set operator, or the want of one, from fitting a key of a type. `Null` asks whether the key is
    /// there, so that either will do.
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
    /// Whether policy variables in values are replaced. They are in texts and ARNs; all else is compared as it stands.
    #[must_use]
    pub const fn replaces_variables(self) -> bool {
        matches!(self, Self::String | Self::Arn)
    }
}

impl Comparator {
    /// Whether it can compare the values of a key of a type: see [`Compares::fits`].
    #[must_use]
    pub const fn fits(self, key: ConditionKeyType) -> bool {
        self.compares().fits(key)
    }

    /// Whether it can compare the values of a key of a type to these. More [fits](Self::fits) where they are variables.
    ///
    /// ```
    /// use catalog::{ConditionKeyType, policy::operator::Comparator};
    ///
    /// let fits = |value| Comparator::StringEquals.fits_values(ConditionKeyType::IpAddress, [value]);
    /// assert!(fits("${aws:VpcSourceIp}") && !fits("203.0.113.7"));
    /// ```
    #[must_use]
    pub fn fits_values<'v>(self, key: ConditionKeyType, values: impl IntoIterator<Item = &'v str>) -> bool {
        // An address is a text to a variable that stands for another one: AWS's page compares
        // `aws:Ec2InstanceSourcePrivateIPv4` to `${aws:VpcSourceIp}` so.
        let of_variables = self.compares() == Compares::String && key == ConditionKeyType::IpAddress;
        self.fits(key) || of_variables && values.into_iter().all(|value| value.contains("${"))
    }

    /// The comparators that are made for a key of a type, as a message lists them. Others may [fit](Self::fits), too.
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
