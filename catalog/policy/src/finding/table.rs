//! The macro that makes [`FindingId`](super::FindingId) of the generated table in `id.rs`.

/// Declares `FindingId` and what the rule files state about each id.
macro_rules! finding_ids {
    (@needs facts) => { true };
    (@needs) => { false };
    ($(
        $Variant:ident $name:literal $severity:ident $group:ident since $since:literal
        $(was [$($alias:literal)+])? $(needs [$facts:ident])?
        $summary:literal $page:literal;
    )+) => {
        /// The rule that reports a finding: the word in `error[unknown-action]`. The words are stable: a rule that is
        /// renamed is still found under its former names.
        ///
        /// The documentation of each id is its page, which [`page`](Self::page) returns.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum FindingId { $(
            #[doc = concat!("`", $name, "`: ", $summary)]
            #[doc = concat!(
                "\nThe severity is [`", stringify!($severity), "`](super::Severity::", stringify!($severity),
                "), the group [`", stringify!($group), "`](super::Group::", stringify!($group), "). The rule exists since ",
                $since, ".\n"
            )]
            #[doc = $page]
            $Variant,
        )+ }

        impl FindingId {
            /// Every id, by name.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Returns the word for the id, such as `unknown-action`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => $name,)+ }
            }

            /// Returns the names that the id had before it was renamed. Configurations may still use them.
            #[must_use]
            pub const fn former_names(self) -> &'static [&'static str] {
                match self { $(Self::$Variant => &[$($($alias),+)?],)+ }
            }

            /// Returns the severity of the findings, unless a configuration sets another.
            #[must_use]
            pub const fn severity(self) -> super::Severity {
                match self { $(Self::$Variant => super::Severity::$severity,)+ }
            }

            /// Returns the group that the rule belongs to.
            #[must_use]
            pub const fn group(self) -> super::Group {
                match self { $(Self::$Variant => super::Group::$group,)+ }
            }

            /// Returns the version of this crate in which the rule first appeared.
            #[must_use]
            pub const fn since(self) -> &'static str {
                match self { $(Self::$Variant => $since,)+ }
            }

            /// Returns true if the rule needs more than names and the types of condition keys: which resources an action
            /// takes, which keys its requests carry, what else its caller needs. The macros do not know that, so the rule
            /// finds nothing at compile time.
            #[must_use]
            pub const fn needs_facts(self) -> bool {
                match self { $(Self::$Variant => finding_ids!(@needs $($facts)?),)+ }
            }

            /// Returns one or two sentences, in one line, on what the rule checks.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$Variant => $summary,)+ }
            }

            /// Returns the page of the rule in Markdown, without a title. Its second-level headings are *What it checks*,
            /// *Why it matters*, *Example*, *Fix* and *When to allow it*.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Self::$Variant => $page,)+ }
            }
        }
    };
}
