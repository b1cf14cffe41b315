//! The search for the resource types that match an ARN.

use core::{fmt, iter::FusedIterator};

use crate::{
    handles::{AnyResourceType, Service, ServiceResourceTypes},
    lookup::{Services, services},
};

impl AnyResourceType {
    /// Returns true if an ARN has one of the formats of this type.
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

    /// Returns true if an ARN pattern of a policy can match a resource of this type. The result is that of
    /// [`ArnFormat::overlaps`](crate::ArnFormat::overlaps) for any of its formats. Also returns true if the type has no
    /// format, because a match is then possible.
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

/// Returns the resource types, over all services, whose formats match an ARN.
///
/// Several types may match: some types have the same format, and some formats accept nearly every resource. The types
/// of the service in the ARN come first. The types of other services follow, because some services list the resources
/// of another service. For example, both `ec2` and `ebs` list volumes and snapshots.
///
/// ```
/// use catalog::resource_types_of;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut types = resource_types_of("arn:aws:ses:eu-west-1:111122223333:identity/example.com");
/// assert_eq!(types.next().map(|found| found.to_string()).as_deref(), Some("ses:identity"));
///
/// // Extract the value of a variable.
/// let arn = "arn:aws:s3:::mail/in/1.eml";
/// let object = resource_types_of(arn).find(|found| found.name() == "object").ok_or("no type")?;
/// let format = object.arn_formats().into_iter().find(|format| format.matches(arn)).ok_or("no format")?;
/// assert_eq!(format.parse(arn)?.get("ObjectName"), Some("in/1.eml"));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn resource_types_of(arn: &str) -> ResourceTypesOf<'_> {
    let named = arn.split(':').nth(2).and_then(Service::find);
    ResourceTypesOf { arn, named, types: named.map(Service::resource_types), others: services() }
}

/// The resource types that match an ARN, returned by [`resource_types_of`].
#[derive(Clone)]
pub struct ResourceTypesOf<'a> {
    arn: &'a str,
    /// The service in the ARN.
    named: Option<Service>,
    /// The types of the service that is being searched.
    types: Option<ServiceResourceTypes>,
    /// The services that have not been searched yet. They include the service in the ARN, which is skipped.
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
