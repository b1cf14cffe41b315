//! Defines the policy checks of IAM Access Analyzer. AWS's validator of policies runs these checks.
//!
//! Source: [Access Analyzer policy check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).

use core::fmt;

/// AWS's page about the checks, with the beginning of the names of its sections.
const PAGE: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html\
                    #access-analyzer-reference-policy-checks";

/// A type of Access Analyzer's findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AccessAnalyzerFindingType {
    /// A part of the policy does not work.
    Error,
    /// The policy allows access that AWS considers too permissive.
    SecurityWarning,
    /// The policy can be improved without a change of the access.
    Suggestion,
    /// The policy does not follow a recommendation that is not about security.
    Warning,
}

impl AccessAnalyzerFindingType {
    /// Returns the word for the type in the names of sections.
    const fn section(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::SecurityWarning => "security-warning",
            Self::Suggestion => "suggestion",
            Self::Warning => "general-warning",
        }
    }
}

/// Writes the type as Access Analyzer does, such as `SECURITY_WARNING`.
impl fmt::Display for AccessAnalyzerFindingType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Error => "ERROR",
            Self::SecurityWarning => "SECURITY_WARNING",
            Self::Suggestion => "SUGGESTION",
            Self::Warning => "WARNING",
        })
    }
}

/// The address of the section about a check on AWS's page.
pub(crate) struct Section {
    pub(crate) code: &'static str,
    pub(crate) finding_type: AccessAnalyzerFindingType,
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PAGE}-{}", self.finding_type.section())?;
        for word in self.code.split('_') {
            f.write_str("-")?;
            word.chars().try_for_each(|character| write!(f, "{}", character.to_ascii_lowercase()))?;
        }
        Ok(())
    }
}

/// Defines `AccessAnalyzerCheck` from the generated table in `facts/access_analyzer_checks.rs`.
macro_rules! access_analyzer_checks {
    (@reason $reason:literal) => { Some($reason) };
    (@reason) => { None };
    (@also $Also:ident) => { Some(Self::$Also) };
    (@also) => { None };
    ($($Variant:ident $code:literal $Type:ident $(rules [$($rule:literal)+])? $(unreported $reason:literal)? $(also $Also:ident)?;)+) => {
        /// A policy check of IAM Access Analyzer. A finding names the check that it is about, if there is one.
        ///
        /// Source: [Access Analyzer policy check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum AccessAnalyzerCheck { $(
            #[doc = concat!("`", $code, "`.")]
            $Variant,
        )+ }

        impl AccessAnalyzerCheck {
            /// Every check, by code.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Returns the code, such as `INVALID_ACTION`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$Variant => $code,)+ }
            }

            /// Returns the type of Access Analyzer's findings about the check.
            #[must_use]
            pub const fn finding_type(self) -> crate::access_analyzer::AccessAnalyzerFindingType {
                match self { $(Self::$Variant => crate::access_analyzer::AccessAnalyzerFindingType::$Type,)+ }
            }

            /// Returns the names of the rules that report the check.
            pub(crate) const fn rule_names(self) -> &'static [&'static str] {
                match self { $(Self::$Variant => &[$($($rule),+)?],)+ }
            }

            /// Returns the reason why no rule reports the check, or `None` if a rule reports it.
            #[must_use]
            pub const fn unreported(self) -> Option<&'static str> {
                match self { $(Self::$Variant => access_analyzer_checks!(@reason $($reason)?),)+ }
            }

            /// Returns another check whose section on AWS's page describes the same problem, if there is one.
            ///
            /// ```
            /// use catalog::policy::AccessAnalyzerCheck;
            ///
            /// // AWS describes the key `aws:ARN` in both sections.
            /// let unsupported = AccessAnalyzerCheck::UnsupportedGlobalConditionKey;
            /// assert_eq!(unsupported.also(), Some(AccessAnalyzerCheck::DeprecatedGlobalConditionKey));
            /// ```
            #[must_use]
            pub const fn also(self) -> Option<Self> {
                match self { $(Self::$Variant => access_analyzer_checks!(@also $($Also)?),)+ }
            }

            /// Returns the address of the section about the check on AWS's page.
            ///
            /// ```
            /// use catalog::policy::AccessAnalyzerCheck;
            ///
            /// let url = AccessAnalyzerCheck::MissingVersion.url().to_string();
            /// assert!(url.ends_with("#access-analyzer-reference-policy-checks-general-warning-missing-version"));
            /// ```
            #[must_use]
            pub const fn url(self) -> impl core::fmt::Display {
                crate::access_analyzer::Section { code: self.code(), finding_type: self.finding_type() }
            }

            /// Returns the check that has this code.
            ///
            /// ```
            /// use catalog::policy::AccessAnalyzerCheck;
            ///
            /// assert_eq!(AccessAnalyzerCheck::from_code("INVALID_ACTION"), Some(AccessAnalyzerCheck::InvalidAction));
            /// assert_eq!(AccessAnalyzerCheck::from_code("invalid-action"), None);
            /// ```
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|check| check.code() == code)
            }
        }

        /// Writes the code, such as `INVALID_ACTION`.
        impl core::fmt::Display for AccessAnalyzerCheck {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }
    };
}

pub(crate) use access_analyzer_checks;
