//! States the layers: the crates that each crate may depend on, and the order of the files within a crate.

/// Each package of the repository with the packages that it may depend on.
pub(super) const CRATES: &[(&str, &[&str])] = &[
    ("catalog-core", &[]),
    ("catalog-policy", &["catalog-core"]),
    ("catalog-macros", &["catalog-core", "catalog-policy"]),
    ("catalog", &["catalog-core", "catalog-policy", "catalog-macros"]),
    ("catalog-cli", &["catalog", "catalog-core", "catalog-policy"]),
    ("xtask", &["catalog-core"]),
    // Fuzzing packages, which are outside the workspace.
    ("catalog-fuzz", &["catalog", "catalog-core", "catalog-policy"]),
    ("xtask-fuzz", &["xtask"]),
    ("no_std", &["catalog"]),
    ("user", &["catalog"]),
];

/// A package, and the only other package that may depend on it, even in `dev-dependencies`.
pub(super) const PRIVATE: (&str, &str) = ("xtask", "xtask-fuzz");

/// Directories of sources with their layers, the lowest layer first.
///
/// A name means the file `NAME.rs` and everything in `NAME/`. If several names match a file, the longest name counts.
pub(super) const LAYERS: &[(&str, &[&[&str]])] = &[("catalog/policy/src/", POLICY), ("xtask/src/", XTASK)];

const POLICY: &[&[&str]] = &[
    // Values that are not known.
    &["hole"],
    // Reading strings, and showing them in messages.
    &["hole", "json", "shown", "variable"],
    &["yaml"],
    &["value"],
    // The vocabulary of policies, with the tables of facts about it.
    &[
        "access_analyzer",
        "escalation_methods",
        "facts",
        "global_keys",
        "kind",
        "key_properties",
        "known_principals",
        "regions",
        "request_tags",
        "sam_policy_templates",
        "sensitive_actions",
        "template_properties",
        "used_by_aws",
        "value_shapes",
    ],
    &["condition_key"],
    &["grammar", "operator", "principal"],
    // The parts of files, and their shapes.
    &["part", "shape"],
    // The elements of a policy, and errors about their form.
    &["document"],
    // Sets of requests, and whether one is within another. Decisions about requests.
    &["containment", "evaluate"],
    &["kind/infer"],
    &["form"],
    // Findings, and the configuration that allows them.
    &["finding"],
    &["config"],
    // The subjects of the rules: parts of a policy, with the facts of the catalog about them.
    &["catalog"],
    &["subject"],
    &["context"],
    &["rule"],
    // The rules, and the walk that calls them.
    &["rules"],
    &["walk"],
    // Templates.
    &["template"],
    // Files of policies.
    &["policy_file", "files"],
    &["lib", "testing"],
];

const XTASK: &[&[&str]] = &[
    // Places in pages, spelling, and the output of errors.
    &["source", "suggest", "printable", "progress"],
    &["slice", "diagnostic"],
    // The catalog as data, and the facts that are stated in files other than the pages.
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
    // Comparisons of the new state with the previous one.
    &["previous"],
    &["history", "question"],
    &["change_check", "loss_check"],
    &["diff"],
    // The report of a run, and the pipeline.
    &["report"],
    &["messages", "pipeline"],
    &["changelog", "export", "import", "regen", "rules", "sync", "template_schemas"],
    // The command line.
    &["commands"],
    &["cli"],
    &["lib", "main"],
];
