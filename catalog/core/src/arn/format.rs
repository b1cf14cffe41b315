//! An ARN format, and the questions that it answers.

use core::fmt;

use super::{
    build::{Arn, Purpose},
    error::{ArnError, ArnErrorKind, ArnFormatError},
    fields::{Fields, plain_service},
    overlap,
    parts::ArnParts,
    piece::FormatPiece,
};

/// The form that the ARNs of a resource type have: `arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}`.
///
/// It is `Copy` and displays as AWS's own text. Nothing that is asked of it takes anything from the heap.
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
/// # What a variable stands for
/// Where it stands decides, not what it is called: AWS writes the account in a handful of ways.
///
/// | place | value |
/// | --- | --- |
/// | partition | `aws`, or `aws-` and more (`aws-cn`, `aws-us-gov`): the form, not a list that grows old |
/// | service | lower-case letters, digits, `-` |
/// | region | the same, or empty: ARNs of global resources leave it out where the format does not |
/// | account | 12 digits, or a word as `aws` (AWS's own policies are its), or empty |
/// | resource | any text without control characters, but not an empty one; it may hold `/`, `:` and spaces, as names of log groups, roles and objects do. `${PackageNamespace}` alone may be empty, and `${BucketName}`, a bucket of S3, holds no `/` or `:` |
///
/// Literal text is compared to the letter. A field that the format leaves empty is empty in the ARN.
///
/// # Where a format says two things
/// An ARN can fit a format in more than one way: `${Bucket}/${Key}` and `b/x/y`. Every variable takes as little as it
/// can, from the left, so that the last takes what is over: separators are far more often in the last part of an ARN
/// (keys, paths) than in those before. Of two variables with nothing between them that end a format, the first takes
/// what stands in front of the next `/` or `:`, and one character where there is none. `*` and `.+` have the name `*`;
/// where a name occurs several times, its parts go by their order.
///
/// [Building](Self::build) from the parts of an ARN gives the ARN. The parts of what was built are those it was built
/// from, unless something other than text with a `/` or a `:` parts two variables: from `${Name}-${Id}`, a name with a
/// `-` in it comes back shorter.
///
/// # What AWS's pages have
/// | the page has | it is read as |
/// | --- | --- |
/// | `${Name:${Revision}`, an end forgotten | `${Name}:${Revision}` |
/// | `#{Account}`, `{Account}` | `${Account}` |
/// | a space, or a `>` behind a variable | as if it were not there |
/// | `arn:…:rds:${Account}:cluster:…`, `arn:…:${Region}:offering:…`, a field forgotten | with a region, or an account, that may hold anything it can |
/// | `*` for the region or the account | `${Region}`, `${Account}` |
/// | `*` in the resource; `.+` for a part of it | any text; any but none |
/// | `rule/[${Bus}/]${Rule}` | with what is in brackets, or else without. It is built with it if one of its parts is given |
/// | `${region}`, `${AccountId}`, `aws`, a fixed region, another service than the prefix, `+` | what it says |
///
/// What cannot be read otherwise, say for want of two fields, is an [`ArnFormatError`]. Such a format can be kept all
/// the same, as the catalog does ([`error`](Self::error) tells): it matches nothing, and overlaps every pattern but
/// those of another service.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArnFormat<'f> {
    text: &'f str,
}

impl<'f> ArnFormat<'f> {
    /// A format.
    ///
    /// # Errors
    /// When the text cannot be read as one.
    pub fn new(text: &'f str) -> Result<Self, ArnFormatError> {
        Fields::read(text).map(|_| Self { text })
    }

    /// Creates a format from a string that may not be a valid one.
    #[doc(hidden)]
    #[must_use]
    pub const fn new_unchecked(text: &'f str) -> Self {
        Self { text }
    }

    /// AWS's text.
    #[must_use]
    pub const fn as_str(self) -> &'f str {
        self.text
    }

    /// Why the text cannot be read, if it cannot.
    #[must_use]
    pub fn error(self) -> Option<ArnFormatError> {
        Fields::read(self.text).err()
    }

    /// The names of the variables, in order. Those in brackets are among them.
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

    /// Whether an ARN has this format.
    ///
    /// ```
    /// use catalog::ArnFormat;
    ///
    /// let format = ArnFormat::new("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}")?;
    /// assert!(format.matches("arn:aws-cn:iam::111122223333:role/service-role/Mailer"));
    /// assert!(!format.matches("arn:aws:iam:us-east-1:111122223333:role/Mailer"));
    /// assert!(!format.matches("arn:aws:iam::*:role/Mailer")); // no ARN, but a pattern: see `overlaps`
    /// # Ok::<_, catalog::ArnFormatError>(())
    /// ```
    #[must_use]
    pub fn matches(self, arn: &str) -> bool {
        !self.is_of_another_service(arn) && self.parse(arn).is_ok()
    }

    /// Takes an ARN apart.
    ///
    /// # Errors
    /// When it has not this format; the error says in which field that shows.
    pub fn parse<'a>(self, arn: &'a str) -> Result<ArnParts<'f, 'a>, ArnError> {
        ArnParts::parse(self.fields()?, arn)
    }

    /// Puts an ARN together from parts with their names, in any order.
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
    /// // It would be read as another bucket, and an object in it.
    /// let error = format.build([("Partition", "aws"), ("BucketName", "a/b"), ("ObjectName", "c")]).unwrap_err();
    /// assert_eq!(error.kind(), ArnErrorKind::IllegalCharacter { found: '/', at: 1 });
    /// # Ok::<_, catalog::ArnFormatError>(())
    /// ```
    ///
    /// # Errors
    /// When a part is missing, given twice, not one of the format, or such as cannot stand in its place. Wildcards are
    /// refused: in a policy they would stand for more than one resource. [`build_pattern`](Self::build_pattern) takes
    /// them.
    pub fn build<'p, P>(self, parts: P) -> Result<Arn<'f, P::IntoIter>, ArnError>
    where
        P: IntoIterator<Item = (&'p str, &'p str)>,
        P::IntoIter: Clone,
    {
        Arn::new(self.fields()?, parts.into_iter(), Purpose::Arn)
    }

    /// Puts together an ARN pattern, as a policy's `Resource` is: parts may hold `*`, `?` and policy variables.
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
    /// As [`build`](Self::build); also when a part is a pattern of nothing that could stand in its place.
    pub fn build_pattern<'p, P>(self, parts: P) -> Result<Arn<'f, P::IntoIter>, ArnError>
    where
        P: IntoIterator<Item = (&'p str, &'p str)>,
        P::IntoIter: Clone,
    {
        Arn::new(self.fields()?, parts.into_iter(), Purpose::Pattern)
    }

    /// Whether there could be an ARN that has this format and that an ARN pattern of a policy stands for: `*` and `?`
    /// anywhere, and policy variables, which stand for any text.
    ///
    /// Where IAM would match a resource, the answer is not no. A `*` stands for colons too, as it does to IAM: `arn:*:role/x`
    /// leaves four fields to it. Where a pattern has all six fields, though, the colons between them are not taken for
    /// colons in a name, unless in a key of S3: `arn:aws:iam::*:user/*` is no role by the name of `a:user/b`.
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
        !self.is_of_another_service(pattern)
            && Fields::read(self.text).map_or(true, |fields| overlap::overlaps(fields, pattern))
    }

    /// Whether the services alone tell that an ARN, or any that a pattern stands for, has not this format. It spares most
    /// formats from being read.
    fn is_of_another_service(self, pattern: &str) -> bool {
        let mut fields = pattern.splitn(4, ':');
        let (Some("arn"), Some(partition), Some(service), Some(_)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return false;
        };
        let is_plain = |field: &str| !field.contains(['*', '?', '$']);
        is_plain(partition) && is_plain(service) && plain_service(self.text).is_some_and(|own| own != service)
    }

    fn fields(self) -> Result<Fields<'f>, ArnError> {
        Fields::read(self.text).map_err(|error| ArnError::new(ArnErrorKind::Format(error), self.text))
    }
}

/// AWS's text.
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
