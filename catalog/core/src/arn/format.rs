//! An ARN format and its operations.

use core::fmt;

use super::{
    build::{Arn, Purpose},
    error::{ArnError, ArnErrorKind, ArnFormatError},
    fields::{Fields, plain_service},
    overlap,
    parts::ArnParts,
    piece::FormatPiece,
};
use crate::syntax::split_at_colon;

/// The format of the ARNs of a resource type: `arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}`.
///
/// A format is `Copy` and displays as AWS writes it. No operation allocates.
///
/// ```
/// use catalog::ArnFormat;
///
/// let format = ArnFormat::new("arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}")?;
/// let parts = format.parse("arn:aws:ses:eu-west-1:111122223333:identity/example.com").unwrap();
/// assert_eq!(parts.get("IdentityName"), Some("example.com"));
/// assert_eq!(format.build(parts).unwrap().to_string(), "arn:aws:ses:eu-west-1:111122223333:identity/example.com");
/// # Ok::<_, catalog::ArnFormatError>(())
/// ```
///
/// # Values of variables
/// The field of a variable decides which values match, not its name: AWS has several names for the account.
///
/// | field | values |
/// | --- | --- |
/// | partition | `aws`, or a name that begins with `aws-` (`aws-cn`, `aws-us-gov`). New partitions match too, because there is no fixed list |
/// | service | lowercase letters, digits, `-` |
/// | region | lowercase letters, digits, `-`, or empty: ARNs of global resources omit the region even if the format does not |
/// | account | 12 digits, a word such as `aws` (which owns the policies that AWS manages), or empty |
/// | resource | any non-empty string without control characters. It can contain `/`, `:` and spaces, as in names of log groups, roles and objects. Only `${PackageNamespace}` can be empty. `${BucketName}`, an S3 bucket, cannot contain `/` or `:` |
///
/// Literals must match exactly, including case. A field that is empty in the format is empty in the ARN.
///
/// # Ambiguous formats
/// An ARN can match a format in more than one way, such as `b/x/y` and `${Bucket}/${Key}`. From left to right, each
/// variable takes as few characters as it can, and the last variable takes the rest. This is the best choice because
/// separators are most common in the last part of an ARN, such as a key or a path.
///
/// If a format ends in two adjacent variables, the first takes everything before the next `/` or `:`, or one character
/// if there is neither. The wildcards `*` and `.+` have the name `*`. If several variables share a name, their parts
/// are in the same order as the variables.
///
/// [Building](Self::build) an ARN from its own parts returns the same ARN. Parsing a built ARN returns the original
/// parts if every two variables have a literal with `/` or `:` between them. With `${Name}-${Id}`, a name that contains
/// a `-` is parsed as a shorter one.
///
/// # Irregular formats on AWS's pages
/// | format on the page | interpretation |
/// | --- | --- |
/// | `${Name:${Revision}`, without the closing brace | `${Name}:${Revision}` |
/// | `#{Account}`, `{Account}` | `${Account}` |
/// | a space, or a `>` after a variable | ignored |
/// | `arn:…:rds:${Account}:cluster:…`, `arn:…:${Region}:offering:…`, without the region or the account | the missing field can have any value |
/// | `*` for the region or the account | `${Region}`, `${Account}` |
/// | `*` in the resource; `.+` as a whole segment of it | any string; any non-empty string |
/// | `rule/[${Bus}/]${Rule}` | with the section in brackets if it matches, otherwise without. Building includes the section if one of its parts is given |
/// | `${region}`, `${AccountId}`, `aws`, a fixed region, a service that differs from the prefix, `+` | no change |
///
/// Any other irregularity, such as two missing fields, is an [`ArnFormatError`]. The catalog keeps such a format
/// anyway, and [`error`](Self::error) returns its error. The format matches nothing, and overlaps every pattern except
/// those of other services.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArnFormat<'f> {
    text: &'f str,
}

impl<'f> ArnFormat<'f> {
    /// Parses a format.
    ///
    /// # Errors
    /// Returns an error if the string is not a valid format.
    pub fn new(text: &'f str) -> Result<Self, ArnFormatError> {
        Fields::read(text).map(|_| Self { text })
    }

    /// Creates a format without checking that the string is valid.
    #[doc(hidden)]
    #[must_use]
    pub const fn new_unchecked(text: &'f str) -> Self {
        Self { text }
    }

    /// Returns the format as AWS writes it.
    #[must_use]
    pub const fn as_str(self) -> &'f str {
        self.text
    }

    /// Returns the error if the format is not valid.
    #[must_use]
    pub fn error(self) -> Option<ArnFormatError> {
        Fields::read(self.text).err()
    }

    /// Returns the names of the variables, in order, including those in brackets.
    ///
    /// ```
    /// use catalog::ArnFormat;
    ///
    /// let format = ArnFormat::new("arn:${Partition}:s3:::${BucketName}/${ObjectName}")?;
    /// assert!(format.variables().eq(["Partition", "BucketName", "ObjectName"]));
    /// # Ok::<_, catalog::ArnFormatError>(())
    /// ```
    pub fn variables(self) -> impl Iterator<Item = &'f str> + Clone + fmt::Debug {
        let fields = Fields::read(self.text).ok();
        let pieces = fields.into_iter().flat_map(|fields| fields.with_brackets(true).pieces());
        pieces.filter_map(|piece| match piece {
            FormatPiece::Variable(variable) => Some(variable.name),
            FormatPiece::Literal(_) => None,
        })
    }

    /// Returns true if an ARN has this format.
    ///
    /// ```
    /// use catalog::ArnFormat;
    ///
    /// let format = ArnFormat::new("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}")?;
    /// assert!(format.matches("arn:aws-cn:iam::111122223333:role/service-role/Mailer"));
    /// assert!(!format.matches("arn:aws:iam:us-east-1:111122223333:role/Mailer"));
    /// assert!(!format.matches("arn:aws:iam::*:role/Mailer")); // a pattern, not an ARN: see `overlaps`
    /// # Ok::<_, catalog::ArnFormatError>(())
    /// ```
    #[must_use]
    pub fn matches(self, arn: &str) -> bool {
        !self.is_of_another_service(arn) && self.parse(arn).is_ok()
    }

    /// Parses an ARN into its parts.
    ///
    /// # Errors
    /// Returns an error with the first wrong field if the ARN does not have this format.
    pub fn parse<'a>(self, arn: &'a str) -> Result<ArnParts<'f, 'a>, ArnError> {
        ArnParts::parse(self.fields()?, arn)
    }

    /// Builds an ARN from named parts, in any order.
    ///
    /// ```
    /// use catalog::{ArnErrorKind, ArnFormat};
    ///
    /// let format = ArnFormat::new("arn:${Partition}:s3:::${BucketName}/${ObjectName}")?;
    /// let arn = format.build([("Partition", "aws"), ("ObjectName", "in/1.eml"), ("BucketName", "mail")]).unwrap();
    /// assert_eq!(arn.to_string(), "arn:aws:s3:::mail/in/1.eml");
    ///
    /// let error = format.build([("Partition", "aws"), ("BucketName", "mail")]).unwrap_err();
    /// assert_eq!(error.to_string(), "the part `ObjectName` of the ARN is missing");
    /// let error = format.build([("Partition", "aws"), ("BucketName", "a/b"), ("ObjectName", "c")]).unwrap_err();
    /// assert_eq!(error.kind(), ArnErrorKind::IllegalCharacter { found: '/', at: 1 }); // a `/` begins the key
    /// # Ok::<_, catalog::ArnFormatError>(())
    /// ```
    ///
    /// # Errors
    /// Returns an error if a part is missing, repeated, not a variable of the format, or not valid in its field. A
    /// wildcard is also an error, because it matches more than one resource in a policy. Use
    /// [`build_pattern`](Self::build_pattern) for wildcards.
    pub fn build<'p, P>(self, parts: P) -> Result<Arn<'f, P::IntoIter>, ArnError>
    where
        P: IntoIterator<Item = (&'p str, &'p str)>,
        P::IntoIter: Clone,
    {
        Arn::new(self.fields()?, parts.into_iter(), Purpose::Arn)
    }

    /// Builds an ARN pattern, as in the `Resource` of a policy. The parts can contain `*`, `?` and policy variables.
    ///
    /// ```
    /// use catalog::ArnFormat;
    ///
    /// let format = ArnFormat::new("arn:${Partition}:s3:::${BucketName}/${ObjectName}")?;
    /// let parts = [("Partition", "*"), ("BucketName", "home"), ("ObjectName", "${aws:username}/*")];
    /// assert_eq!(format.build_pattern(parts).unwrap().to_string(), "arn:*:s3:::home/${aws:username}/*");
    /// # Ok::<_, catalog::ArnFormatError>(())
    /// ```
    ///
    /// # Errors
    /// Returns an error in the same cases as [`build`](Self::build), except for wildcards. It also returns an error if
    /// a part is a pattern that matches no valid value.
    pub fn build_pattern<'p, P>(self, parts: P) -> Result<Arn<'f, P::IntoIter>, ArnError>
    where
        P: IntoIterator<Item = (&'p str, &'p str)>,
        P::IntoIter: Clone,
    {
        Arn::new(self.fields()?, parts.into_iter(), Purpose::Pattern)
    }

    /// Returns true if some ARN has this format and also matches an ARN pattern of a policy. The pattern can contain
    /// `*`, `?` and policy variables, which match any string.
    ///
    /// As in IAM, a `*` also matches colons, so the `*` in `arn:*:role/x` covers four fields. The result is true
    /// whenever IAM would match an ARN of this format, with one exception. If a pattern has all six fields, the colons
    /// between its fields do not match colons in names. For example, `arn:aws:iam::*:user/*` does not match a role with
    /// the name `a:user/b`. Only keys of S3 objects can match such a colon, because colons are common in them.
    ///
    /// Source: [wildcards in ARNs](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards).
    ///
    /// ```
    /// use catalog::ArnFormat;
    ///
    /// let format = ArnFormat::new("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}")?;
    /// assert!(format.overlaps("arn:aws:iam::*:role/${aws:username}-*"));
    /// assert!(format.overlaps("arn:*:role/x") && format.overlaps("*"));
    /// assert!(!format.overlaps("arn:aws:iam::*:user/*"));
    /// assert!(!format.overlaps("arn:aws:iam::12345:role/*")); // no account has five digits
    /// # Ok::<_, catalog::ArnFormatError>(())
    /// ```
    #[must_use]
    pub fn overlaps(self, pattern: &str) -> bool {
        !self.is_of_another_service(pattern) && overlap::overlaps(self.text, pattern)
    }

    /// Returns true if the service of an ARN or a pattern differs from that of the format. This check is fast, and for
    /// most formats it makes parsing unnecessary.
    fn is_of_another_service(self, pattern: &str) -> bool {
        let Some((partition, rest)) = pattern.strip_prefix("arn:").and_then(split_at_colon) else { return false };
        let Some((service, _)) = split_at_colon(rest) else { return false };
        let is_plain = |field: &str| !field.contains(['*', '?', '$']);
        is_plain(partition) && is_plain(service) && plain_service(self.text).is_some_and(|own| own != service)
    }

    fn fields(self) -> Result<Fields<'f>, ArnError> {
        Fields::read(self.text).map_err(|error| ArnError::new(ArnErrorKind::Format(error), self.text))
    }
}

/// Displays the format as AWS writes it.
impl fmt::Display for ArnFormat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}

impl fmt::Debug for ArnFormat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ArnFormat({})", self.text)
    }
}

impl<'f> TryFrom<&'f str> for ArnFormat<'f> {
    type Error = ArnFormatError;

    fn try_from(text: &'f str) -> Result<Self, ArnFormatError> {
        Self::new(text)
    }
}
