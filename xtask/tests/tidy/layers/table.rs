//! States the layers: the crates that each crate may depend on, and the order of the files within a crate.

/// Each package of the repository with the packages that it may depend on.
pub(super) const CRATES: &[(&str, &[&str])] = &[
    ("catalog-core", &[]),
    ("catalog-policy", &["catalog-core"]),
    ("catalog-macros", &["catalog-core", "catalog-policy"]),
    ("catalog", &["catalog-core", "catalog-policy", "catalog-macros"]),
    ("catalog-cli", &["catalog", "catalog-core", "catalog-policy"]),
    ("xtask", &["catalog-core"]),
    // Programs that test the others from outside of the workspace.
    ("catalog-fuzz", &["catalog", "catalog-core", "catalog-policy"]),
    ("xtask-fuzz", &["xtask"]),
    ("no_std", &["catalog"]),
    ("user", &["catalog"]),
];

/// Packages that only their own tests may depend on, in `dev-dependencies` too.
pub(super) const PRIVATE: (&str, &str) = ("xtask", "xtask-fuzz");

/// Directories of sources with their layers, the lowest layer first.
///
/// A name means the file `NAME.rs` and everything in `NAME/`; the longest name that fits a file counts.
pub(super) const LAYERS: &[(&str, &[&[&str]])] = &[("catalog/policy/src/", POLICY), ("xtask/src/", XTASK)];

const POLICY: &[&[&str]] = &[
    // Texts: how they are read, and how a message shows them.
    &["json", "shown", "variable"],
    &["value"],
    // The vocabulary of policies, with the tables of facts about it.
    &["facts", "global_keys", "kind", "value_shapes"],
    &["condition_key"],
    &["grammar", "operator", "principal"],
    // A policy as its elements, and what is wrong with their form.
    &["document"],
    &["form"],
    // What is reported, and what a user allows.
    &["finding"],
    &["config"],
    // What the rules are shown: parts of a policy, with what a catalog knows of them.
    &["catalog"],
    &["subject"],
    &["context"],
    &["rule"],
    // The rules, and the walk that calls them.
    &["rules"],
    &["walk"],
    &["lib", "testing"],
];

const XTASK: &[&[&str]] = &[
    // Places in pages, words, and how errors look.
    &["source", "suggest", "printable", "progress"],
    &["slice", "diagnostic"],
    // The catalog as data, and what is stated beside the pages.
    &["model", "rust_names", "unread", "workspace"],
    &["editions", "facts", "row_totals"],
    &["counts"],
    // The stages from pages to files.
    &["read"],
    &["rows"],
    &["parse"],
    &["lower"],
    &["merge"],
    &["check"],
    &["emit"],
    &["write", "read_back"],
    // Comparisons of what is new with what is there.
    &["previous"],
    &["history", "question"],
    &["change_check", "loss_check"],
    &["diff"],
    // What a run reports, and the stages in a row.
    &["report"],
    &["messages", "pipeline"],
    &["changelog", "export", "import", "regen", "rules", "sync"],
    // The command line.
    &["commands"],
    &["cli"],
    &["lib", "main"],
];
