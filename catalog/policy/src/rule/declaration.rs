//! The declaration of a rule: its id, and what its users may want to know.

use crate::FindingId;

/// A rule.
pub(crate) trait Rule {
    /// The id of its findings.
    const ID: FindingId;
}

/// Declares the rule of a file, with what its users may want to know.
///
/// `cargo xtask regen` reads the declarations and the pages above them, and writes `finding/id.rs` and `rules.rs`.
macro_rules! rule {
    ($Rule:ident {
        severity: $severity:ident,
        group: $group:ident,
        since: $since:literal
        $(, was: [$($former_name:literal),+])?
        $(, needs: $facts:ident)?
        $(,)?
    }) => {
        /// The rule of this file.
        pub(crate) struct $Rule;

        impl $crate::rule::Rule for $Rule {
            const ID: $crate::FindingId = $crate::FindingId::$Rule;
        }

        // The generated table is that of this declaration.
        const _: () = assert!(
            matches!($crate::FindingId::$Rule.severity(), $crate::Severity::$severity)
                && matches!($crate::FindingId::$Rule.group(), $crate::Group::$group),
            "the table of findings is stale: run `cargo xtask regen`"
        );
    };
}
