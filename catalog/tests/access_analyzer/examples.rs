//! Reads the examples of IAM Access Analyzer's checks, and lints them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use catalog::policy::{self, AccessAnalyzerCheck, Config, Finding, FindingId, PolicyKind};

/// A policy that shows one check.
pub(crate) struct Example {
    /// The name of the file: the code, more words if the check has several examples, the kind, and `json`.
    pub(crate) file: String,
    /// The check, or the reason why the name of the file is wrong.
    pub(crate) check: Result<AccessAnalyzerCheck, String>,
    /// The findings in the policy.
    pub(crate) findings: Vec<Finding>,
}

impl Example {
    fn read(path: &Path) -> Self {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let words: Vec<_> = file.split('.').collect();
        let (code, kind) = match words.as_slice() {
            [code, .., kind, _] if words.len() > 2 => (*code, *kind),
            _ => (&*file, ""),
        };
        let check = AccessAnalyzerCheck::from_code(code).ok_or_else(|| format!("`{code}` is not a check"));
        let kind: Result<PolicyKind, _> = kind.parse();
        let findings = match &kind {
            Ok(kind) => policy::check(&fs::read_to_string(path).unwrap(), *kind, &Config::new()).into_vec(),
            Err(_) => Vec::new(),
        };
        let check = kind.map_or_else(|error| Err(error.to_string()), |_| check);
        Self { file, check, findings }
    }

    /// Returns the checks that the findings name, each with the rule.
    pub(crate) fn named(&self) -> BTreeSet<(AccessAnalyzerCheck, FindingId)> {
        self.findings.iter().filter_map(|finding| Some((finding.access_analyzer?, finding.id))).collect()
    }
}

/// Reads all examples, in the order of their names.
pub(crate) fn examples() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access_analyzer");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    paths.sort();
    paths.iter().map(|path| Example::read(path)).collect()
}

/// Returns the rules that report each check in its examples.
pub(crate) fn rules(examples: &[Example]) -> BTreeMap<AccessAnalyzerCheck, BTreeSet<FindingId>> {
    let mut rules = BTreeMap::<_, BTreeSet<_>>::new();
    for example in examples {
        for (check, id) in example.named().into_iter().filter(|(check, _)| example.check.as_ref() == Ok(check)) {
            rules.entry(check).or_default().insert(id);
        }
    }
    rules
}
