//! ARN formats of resource types. Without the feature `arn` there is nothing of it: the tables have a place for the
//! formats that takes no room, and the text that an attribute hands on is dropped.

/// What the tables of resource types hold of ARN formats, and the methods of an enum that give them.
#[cfg(feature = "arn")]
#[doc(hidden)]
#[macro_export]
macro_rules! __arns {
    (table $arns:literal $bounds:literal) => {
        $crate::__private::ArnTable::new($arns, $bounds)
    };
    (methods $Type:ident) => {
        impl $Type {
            /// AWS's ARN formats: what the ARNs of this type look like.
            #[inline]
            #[must_use]
            pub const fn arn_formats(self) -> $crate::ArnFormats {
                __RESOURCE_TYPES.arns.formats(self as u16)
            }
        }
    };
}

/// Nothing: the feature `arn` is off.
#[cfg(not(feature = "arn"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arns {
    (table $arns:literal $bounds:literal) => {
        $crate::__private::ArnTable
    };
    (methods $Type:ident) => {};
}

/// No format: the feature `arn` is off.
#[cfg(not(feature = "arn"))]
#[derive(Debug)]
pub struct ArnTable;

#[cfg(feature = "arn")]
pub use with_arn::{ArnFormats, ArnFormatsIter, ArnTable, ResourceTypesOf, resource_types_of};

#[cfg(feature = "arn")]
mod with_arn {
    use core::{fmt, iter::FusedIterator, str::Lines};

    use catalog_core::{arn::ArnFormat, packed::Strings};

    use crate::{
        AnyResourceType, Service,
        iterators::{ResourceTypes, Services, services},
    };

    /// The ARN formats of a service's resource types.
    #[derive(Debug)]
    pub struct ArnTable {
        /// Per resource type: its formats, a line each.
        formats: Strings,
    }

    impl ArnTable {
        /// The table of written literals.
        #[must_use]
        pub const fn new(formats: &'static str, bounds: &'static [u8]) -> Self {
            Self { formats: Strings::new(formats, bounds) }
        }

        /// The formats of the resource type at a position.
        #[inline]
        #[must_use]
        pub const fn formats(&self, position: u16) -> ArnFormats {
            match self.formats.get(position as usize) {
                Some(lines) => ArnFormats { lines },
                None => ArnFormats { lines: "" },
            }
        }
    }

    /// The ARN formats of a resource type, in the order of AWS's page. Nearly every type has one; some have several.
    ///
    /// ```
    /// use catalog::ses;
    ///
    /// for format in ses::ResourceType::Identity.arn_formats() {
    ///     println!("{format}");
    /// }
    /// ```
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct ArnFormats {
        lines: &'static str,
    }

    impl ArnFormats {
        /// How many there are.
        #[must_use]
        pub fn len(&self) -> usize {
            self.iter().count()
        }

        /// Whether there is none: AWS's page states no ARN for the type.
        #[must_use]
        pub const fn is_empty(&self) -> bool {
            self.lines.is_empty()
        }

        /// The formats, in order.
        #[must_use]
        pub fn iter(&self) -> ArnFormatsIter {
            ArnFormatsIter(self.lines.lines())
        }
    }

    impl IntoIterator for ArnFormats {
        type Item = ArnFormat<'static>;
        type IntoIter = ArnFormatsIter;

        fn into_iter(self) -> ArnFormatsIter {
            self.iter()
        }
    }

    impl IntoIterator for &ArnFormats {
        type Item = ArnFormat<'static>;
        type IntoIter = ArnFormatsIter;

        fn into_iter(self) -> ArnFormatsIter {
            self.iter()
        }
    }

    impl fmt::Debug for ArnFormats {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_list().entries(self).finish()
        }
    }

    /// The ARN formats of a resource type, in order: what [`ArnFormats::iter`] gives.
    #[derive(Clone, Debug)]
    pub struct ArnFormatsIter(Lines<'static>);

    impl Iterator for ArnFormatsIter {
        type Item = ArnFormat<'static>;

        fn next(&mut self) -> Option<ArnFormat<'static>> {
            self.0.next().map(ArnFormat::unread)
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            self.0.size_hint()
        }
    }

    impl DoubleEndedIterator for ArnFormatsIter {
        fn next_back(&mut self) -> Option<ArnFormat<'static>> {
            self.0.next_back().map(ArnFormat::unread)
        }
    }

    impl FusedIterator for ArnFormatsIter {}

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
        /// [`ArnFormat::overlaps`] says. Of a type without a format nobody can tell, so that the answer is yes.
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
        types: Option<ResourceTypes>,
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
}
