//! The declaration of a rule: its id, its severity, its group and its history.

/// Declares the rule of a file.
///
/// `cargo xtask rules` reads the declarations and the pages above them, and writes `finding/id.rs` and `rules.rs`.
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

        impl $crate::finding::Rule for $Rule {
            const ID: $crate::finding::FindingId = $crate::finding::FindingId::$Rule;
        }

        // The generated table must agree with this declaration. Otherwise compilation fails.
        const _: () = assert!(
            matches!($crate::finding::FindingId::$Rule.severity(), $crate::finding::Severity::$severity)
                && matches!($crate::finding::FindingId::$Rule.group(), $crate::finding::Group::$group),
            "the table of findings is stale: run `cargo xtask regen`"
        );
    };
}
