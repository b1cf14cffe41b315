//! The valid values of a variable, which depend on its field in the ARN.

use super::field::ArnField;

/// The kind of a variable, which determines its valid values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VariableKind {
    Partition,
    Service,
    Region,
    Account,
    /// A part of the resource: any non-empty string without control characters.
    Text,
    /// The same as [`Text`](Self::Text), but it can be empty.
    MayBeEmpty,
    /// The name of an S3 bucket: a string without separators.
    Bucket,
    /// The key of an S3 object. It has the same values as [`Text`](Self::Text), but colons are common in it.
    Key,
}

/// The reason why a value is not valid for a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    Character { found: char, at: usize },
    Form,
}

/// A set of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharacterClass {
    Digit,
    Lower,
    /// Lowercase letters, digits and `-`, which are valid in the fields before the resource.
    Word,
    /// Everything but control characters, `/` and `:`.
    Inside,
    /// Everything but control characters.
    Printed,
    /// The same as [`Printed`](Self::Printed), but a colon is as likely as any other character.
    Free,
}

impl CharacterClass {
    pub(super) fn holds(self, character: char) -> bool {
        match self {
            Self::Digit => character.is_ascii_digit(),
            Self::Lower => character.is_ascii_lowercase(),
            Self::Word => character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-',
            Self::Inside => !character.is_control() && !matches!(character, '/' | ':'),
            Self::Printed | Self::Free => !character.is_control(),
        }
    }
}

/// The number of digits in an account ID.
pub(super) const ACCOUNT_DIGITS: usize = 12;

/// The variables in resources that can have an empty value. A package without a namespace is `…/npm//left-pad`.
///
/// Source: [Resource types of AWS `CodeArtifact`](https://docs.aws.amazon.com/service-authorization/latest/reference/list_codeartifact.html).
const MAY_BE_EMPTY: &[&str] = &["PackageNamespace"];

/// The variables for the name of an S3 bucket. A bucket name has no `/`, which distinguishes the ARN of a bucket from
/// the ARN of an object.
///
/// Source: [bucket naming rules](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
const BUCKETS: &[&str] = &["BucketName"];

/// The variables for the key of an S3 object.
const KEYS: &[&str] = &["ObjectName"];

impl VariableKind {
    /// Returns the kind of a variable in a field.
    pub(super) fn new(field: ArnField, name: &str) -> Self {
        match field {
            ArnField::Partition => Self::Partition,
            ArnField::Service => Self::Service,
            ArnField::Region => Self::Region,
            ArnField::Account => Self::Account,
            ArnField::Resource if MAY_BE_EMPTY.contains(&name) => Self::MayBeEmpty,
            ArnField::Resource if BUCKETS.contains(&name) => Self::Bucket,
            ArnField::Resource if KEYS.contains(&name) => Self::Key,
            ArnField::Resource => Self::Text,
        }
    }

    /// Returns the field that a variable of this kind is in.
    pub(super) fn field(self) -> ArnField {
        match self {
            Self::Partition => ArnField::Partition,
            Self::Service => ArnField::Service,
            Self::Region => ArnField::Region,
            Self::Account => ArnField::Account,
            Self::Text | Self::MayBeEmpty | Self::Bucket | Self::Key => ArnField::Resource,
        }
    }

    /// Returns the minimum number of characters in a value.
    pub(super) fn least(self) -> usize {
        match self {
            Self::Region | Self::Account | Self::MayBeEmpty => 0,
            Self::Partition | Self::Service | Self::Text | Self::Bucket | Self::Key => 1,
        }
    }

    /// Returns the characters that a value consists of.
    pub(super) fn class(self) -> CharacterClass {
        match self {
            Self::Partition | Self::Service | Self::Region | Self::Account => CharacterClass::Word,
            Self::Text | Self::MayBeEmpty => CharacterClass::Printed,
            Self::Bucket => CharacterClass::Inside,
            Self::Key => CharacterClass::Free,
        }
    }

    /// Returns the reason why a value is not valid, or `None` if it is valid.
    pub(super) fn fault(self, value: &str) -> Option<Fault> {
        if value.is_empty() {
            return (self.least() > 0).then_some(Fault::Empty);
        }
        if let Some((at, found)) = value.char_indices().find(|(_, character)| !self.class().holds(*character)) {
            return Some(Fault::Character { found, at });
        }
        let well_formed = match self {
            Self::Partition => value
                .strip_prefix("aws")
                .is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(|rest| !rest.is_empty())),
            Self::Account => {
                let number = value.len() == ACCOUNT_DIGITS && value.bytes().all(|byte| byte.is_ascii_digit());
                number || value.starts_with(|first| CharacterClass::Lower.holds(first))
            }
            Self::Service | Self::Region | Self::Text | Self::MayBeEmpty | Self::Bucket | Self::Key => true,
        };
        (!well_formed).then_some(Fault::Form)
    }

    /// Returns a description of valid values that can follow "must be".
    pub(super) fn form(self) -> &'static str {
        match self {
            Self::Partition => "`aws` or begin with `aws-`",
            Self::Account => "12 digits, a word such as `aws`, or empty",
            Self::Service => "lowercase letters, digits and `-`",
            Self::Region => "lowercase letters, digits and `-`, or empty",
            Self::Text | Self::MayBeEmpty | Self::Key => "free of control characters",
            Self::Bucket => "free of control characters, `/` and `:`",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_in_front_have_their_forms() {
        for partition in ["aws", "aws-cn", "aws-us-gov", "aws-iso-b"] {
            assert_eq!(VariableKind::Partition.fault(partition), None);
        }
        assert_eq!(VariableKind::Partition.fault(""), Some(Fault::Empty));
        for wrong in ["aws-", "awscn", "azure", "a"] {
            assert_eq!(VariableKind::Partition.fault(wrong), Some(Fault::Form), "{wrong}");
        }
        for account in ["", "123456789012", "aws", "partner"] {
            assert_eq!(VariableKind::Account.fault(account), None);
        }
        for wrong in ["12345678901", "1234567890123", "-", "12345678901a"] {
            assert_eq!(VariableKind::Account.fault(wrong), Some(Fault::Form), "{wrong}");
        }
        assert_eq!(VariableKind::Account.fault("a:b"), Some(Fault::Character { found: ':', at: 1 }));
        assert_eq!(VariableKind::Region.fault("us-east-1").or(VariableKind::Region.fault("")), None);
        assert_eq!(VariableKind::Region.fault("us east"), Some(Fault::Character { found: ' ', at: 2 }));
        assert_eq!(VariableKind::Service.fault(""), Some(Fault::Empty));
    }

    #[test]
    fn a_resource_holds_nearly_anything() {
        assert_eq!(VariableKind::Text.fault("a/b:c d*é"), None);
        assert_eq!(VariableKind::Text.fault("a\nb"), Some(Fault::Character { found: '\n', at: 1 }));
        assert_eq!(VariableKind::Text.fault(""), Some(Fault::Empty));
        assert_eq!(VariableKind::new(ArnField::Resource, "PackageNamespace").fault(""), None);
    }
}
