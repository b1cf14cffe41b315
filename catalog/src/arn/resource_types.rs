//! From an ARN to the resource types that it can be of.

use core::{fmt, iter::FusedIterator};

use crate::{
    handles::{AnyResourceType, Service, ServiceResourceTypes},
    lookup::{Services, services},
};

impl AnyResourceType {
    /// Whether an ARN has one of the formats of this type.
    ///
    /// ```
    /// use catalog::ses;
    ///
    /// let identity = ses::ResourceType::Identity.any();
    /// assert!(identity.matches("arn:aws:ses:eu-west-1:111122223333:identity/example.com"));
    /// assert!(!identity.matches("arn:aws:ses:eu-west-1:111122223333:template/welcome"));
    /// ```
    #[must_use]
    pub fn matches(self, arn: &str) -> bool {
        self.arn_formats().into_iter().any(|format| format.matches(arn))
    }

    /// Whether there could be a resource of this type that an ARN pattern of a policy stands for, as
    /// [`ArnFormat::overlaps`](crate::ArnFormat::overlaps) reports. The answer is also yes for a type without a format,
    /// because it cannot be ruled out.
    ///
    /// ```
    /// use catalog::ses;
    ///
    /// let identity = ses::ResourceType::Identity.any();
    /// assert!(identity.overlaps("arn:aws:ses:*:*:identity/*.example.com"));
    /// assert!(!identity.overlaps("arn:aws:ses:*:*:template/*"));
    /// ```
    #[must_use]
    pub fn overlaps(self, pattern: &str) -> bool {
        let formats = self.arn_formats();
        formats.is_empty() || formats.into_iter().any(|format| format.overlaps(pattern))
    }
}

/// The resource types of all services that an ARN can be of.
///
/// Several may be: some types have the same format, and some formats leave nearly everything open. The types of the
/// service that the ARN names come first, then those of the others, some of which list its resources, too: volumes
/// and snapshots are a matter of `ec2` and of `ebs`.
///
/// ```
/// let mut types = catalog::resource_types_of("arn:aws:ses:eu-west-1:111122223333:identity/example.com");
/// assert_eq!(types.next().map(|found| found.to_string()).as_deref(), Some("ses:identity"));
///
/// // What stands where the format has variables.
/// let arn = "arn:aws:s3:::mail/in/1.eml";
/// let object = catalog::resource_types_of(arn).find(|found| found.name() == "object").unwrap();
/// let format = object.arn_formats().into_iter().find(|format| format.matches(arn)).unwrap();
/// assert_eq!(format.parse(arn)?.get("ObjectName"), Some("in/1.eml"));
/// # Ok::<_, catalog::ArnError>(())
/// ```
#[must_use]
pub fn resource_types_of(arn: &str) -> ResourceTypesOf<'_> {
    let named = arn.split(':').nth(2).and_then(Service::find);
    ResourceTypesOf { arn, named, types: named.map(Service::resource_types), others: services() }
}

/// The resource types that an ARN can be of: what [`resource_types_of`] gives.
#[derive(Clone)]
pub struct ResourceTypesOf<'a> {
    arn: &'a str,
    /// The service that the ARN names.
    named: Option<Service>,
    /// The types of the service that is looked at.
    types: Option<ServiceResourceTypes>,
    /// The services that are not looked at yet, the named one among them.
    others: Services,
}

impl Iterator for ResourceTypesOf<'_> {
    type Item = AnyResourceType;

    fn next(&mut self) -> Option<AnyResourceType> {
        loop {
            let arn = self.arn;
            if let Some(found) = self.types.as_mut().and_then(|types| types.find(|found| found.matches(arn))) {
                return Some(found);
            }
            let named = self.named;
            self.types = Some(self.others.find(|service| Some(*service) != named)?.resource_types());
        }
    }
}

impl FusedIterator for ResourceTypesOf<'_> {}

impl fmt::Debug for ResourceTypesOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
