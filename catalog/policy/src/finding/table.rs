//! The macro that defines [`FindingId`](super::FindingId) from the generated table in `id.rs`.

/// Defines `FindingId`, with everything that the rule files declare about each id.
macro_rules! finding_ids {
    (@needs facts) => { true };
    (@needs) => { false };
    ($(
        $Variant:ident $name:literal $severity:ident $group:ident since $since:literal
        $(was [$($alias:literal)+])? $(needs [$facts:ident])?
        $summary:literal $page:literal;
    )+) => {
        /// The id of a rule, which is shown with its findings, as in `error[unknown-action]`. The names are stable: a
        /// renamed rule is also found by its former names.
        ///
        /// The documentation of each id is the page of the rule, which [`page`](Self::page) returns.
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

            /// Returns the name of the id, such as `unknown-action`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => $name,)+ }
            }

            /// Returns the former names of the id. Configurations may still use them.
            #[must_use]
            pub const fn former_names(self) -> &'static [&'static str] {
                match self { $(Self::$Variant => &[$($($alias),+)?],)+ }
            }

            /// Returns the severity of the findings, unless a configuration sets another.
            #[must_use]
            pub const fn severity(self) -> super::Severity {
                match self { $(Self::$Variant => super::Severity::$severity,)+ }
            }

            /// Returns the group of the rule.
            #[must_use]
            pub const fn group(self) -> super::Group {
                match self { $(Self::$Variant => super::Group::$group,)+ }
            }

            /// Returns the first version of this crate that has the rule.
            #[must_use]
            pub const fn since(self) -> &'static str {
                match self { $(Self::$Variant => $since,)+ }
            }

            /// Returns true if the rule needs more facts than names and the types of condition keys. Examples are the
            /// resources that an action accepts, and the keys that its requests carry. The macros do not have these
            /// facts, so the rule reports nothing at compile time.
            #[must_use]
            pub const fn needs_facts(self) -> bool {
                match self { $(Self::$Variant => finding_ids!(@needs $($facts)?),)+ }
            }

            /// Returns a summary of the check in one or two sentences, on one line.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$Variant => $summary,)+ }
            }

            /// Returns the page of the rule in Markdown, without a title. Its second-level headings are *What it
            /// checks*, *Why it matters*, *Example*, *Fix* and *When to allow it*.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Self::$Variant => $page,)+ }
            }
        }
    };
}
