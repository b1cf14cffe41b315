//! Runs the example and the fix of a rule's page, and writes the page for readers. The written page also has the output
//! of the example and the configuration that allows the finding.

use crate::markdown::{Block, blocks, fence};
use catalog::policy::{Config, Finding, FindingId, Findings, PolicyKind, Severity, check, check_file};

/// The name of the file that a policy is in, without its extension.
const FILE: &str = "policies/example";

/// Rules whose examples also have the finding of another rule, which is wider or narrower.
const BESIDE: &[(FindingId, FindingId)] = &[
    (FindingId::AllowEverything, FindingId::CreateAnyServiceRole),
    (FindingId::AllowEverything, FindingId::PassAnyRole),
    (FindingId::AllowNotActionByTag, FindingId::AllowNotAction),
    (FindingId::AudienceSetOperator, FindingId::SetOperatorOnClaim),
    (FindingId::WideProviderClaim, FindingId::WideWildcard),
];

/// The parts of a rule's page that the tests run.
pub(crate) struct Page {
    id: FindingId,
    /// The line before the example, such as `An identity policy of a mailer:`. It states the kind of the policy and how
    /// often its statement is repeated.
    intro: String,
    example: Example,
    fix: Example,
    /// Whether the section on the fix recommends declaring a name.
    can_be_declared: bool,
}

/// A policy, and the configuration that it is checked with.
#[derive(Clone, Default)]
struct Example {
    toml: Option<String>,
    policy: Option<String>,
    /// Whether the policy is in YAML, and not in JSON.
    is_yaml: bool,
}

impl Page {
    /// Reads the page of a rule.
    pub(crate) fn read(id: FindingId) -> Result<Self, String> {
        let (mut intro, mut can_be_declared) = (String::new(), false);
        let (mut example, mut fix) = (Example::default(), Example::default());
        let mut section = String::new();
        for block in blocks(id.page())? {
            match (&*section, block) {
                (_, Block::Heading(name)) => section = name,
                ("## Example", Block::Prose(text)) if intro.is_empty() => intro = text,
                ("## Example", Block::Fence { language, text }) => example.take(&language, text)?,
                ("## Fix", Block::Fence { language, text }) => fix.take(&language, text)?,
                ("## Fix", Block::Prose(text)) => can_be_declared |= text.contains("declare"),
                (_, Block::Prose(_)) => {}
                (section, Block::Fence { text, .. }) => {
                    return Err(format!("unexpected code block in `{section}`: {text}"));
                }
            }
        }
        let Some(policy) = &example.policy else { return Err("`## Example` has no policy".to_owned()) };
        // If the fix is in the configuration, the page contains the policy only once.
        if fix.policy.is_none() {
            fix.policy = Some(policy.clone());
            fix.is_yaml = example.is_yaml;
        }
        Ok(Self { id, intro, example, fix, can_be_declared })
    }

    /// Returns the page for readers, after running the example and the fix. The page links to AWS's page for the checks
    /// of IAM Access Analyzer that the rule reports.
    pub(crate) fn write(&self) -> Result<String, String> {
        let id = self.id;
        let kind = self.kind()?;
        let policy = repeated(self.example.policy.as_deref().unwrap_or_default(), self.times())?;
        let findings = found(&policy, kind, &self.example.config()?).named(&self.example.file());
        let own = findings
            .iter()
            .find(|finding| finding.id == id)
            .ok_or(format!("the example does not have this finding:\n{findings}"))?;
        // The example may also have other findings, but only less severe ones or those of wider and narrower rules.
        let is_beside = |other: &Finding| BESIDE.contains(&(id, other.id));
        let mut others = findings.iter().filter(|other| other.id != id && !is_beside(other));
        let other = others.find(|other| other.severity >= id.severity());
        if let Some(other) = other.filter(|_| id != FindingId::TooManyFindings) {
            return Err(format!("the example has another finding: {other}"));
        }
        let fixed = self.fix.policy.as_deref().unwrap_or_default();
        let left = found(fixed, kind, &self.fix.config()?);
        if !left.is_empty() {
            return Err(format!("the fix has findings:\n{left}"));
        }

        let (severity, group, since) = (with_article(id.severity()), id.group(), id.since());
        let mut page = format!("# {id}\n\nThis is {severity} in the group `{group}`, since version {since}.");
        if id.needs_facts() {
            page += " The macros do not have the facts\nfor this rule, so they do not report it.";
        }
        if !id.former_names().is_empty() {
            page.extend([" Its former name is `", &id.former_names().join("`, `"), "`."]);
        }
        let links: Vec<_> = id.access_analyzer_checks().map(|check| format!("[`{check}`]({})", check.url())).collect();
        if !links.is_empty() {
            page.extend(["\n\nIAM Access Analyzer reports it as:\n\n* ", &links.join("\n* ")]);
        }
        let output = format!("\n\n{}\n\n## Fix\n", fence("text", &shown(&findings, own)));
        let text = linked(id).replacen("\n\n## Fix\n", &output, 1);
        let mut blocks = vec![page, text];
        blocks.extend(self.allowed(own, &policy, kind)?);
        Ok(blocks.join("\n\n") + "\n")
    }

    /// Returns the section that allows the finding, after checking it. Returns nothing if the finding cannot be
    /// allowed.
    fn allowed(&self, finding: &Finding, policy: &str, kind: Option<PolicyKind>) -> Result<Vec<String>, String> {
        let (id, pointer) = (finding.id, &finding.pointer);
        let is_left = |config: &Config| found(policy, kind, config).iter().any(|other| other.id == id);
        if is_left(&self.example.config()?.allow(id)) == id.can_be_allowed() {
            return Err("`can_be_allowed` does not match the behavior of the check".to_owned());
        }
        if !id.can_be_allowed() {
            // There is nothing to run: the page states in words why this finding cannot be allowed.
            return Ok(Vec::new());
        }
        let mut toml = format!("allow = [\"{id}\"] # everywhere");
        let mut code = format!("`Config::new().allow(FindingId::{id:?})`");
        // A finding about the configuration has no policy file.
        if self.example.toml.is_none() {
            let place = format!("id = \"{id}\"\nfile = \"policies/*.json\"");
            toml = format!("{toml}\n\n[[allow-at]] # or only at one place in some files\n{place}");
            if !pointer.is_empty() {
                toml = format!("{toml}\npath = \"{pointer}\"");
                code = format!("`Config::new().allow_at(FindingId::{id:?}, \"{pointer}\")`");
            }
        }
        if is_left(&config(&toml, &self.example.file())?) {
            return Err(format!("the finding is not allowed by\n{toml}"));
        }
        let mut blocks = vec!["In `catalog.toml`:".to_owned(), fence("toml", &toml), format!("In code: {code}.")];
        if self.can_be_declared {
            let span = finding.span.start as usize..finding.span.end as usize;
            let name = policy.get(span).unwrap_or_default().trim_matches('"');
            let table = if pointer.contains("/Condition/") { "condition-keys" } else { "actions" };
            let toml = format!("[{table}]\nallow = [\"{name}\"]");
            if is_left(&config(&toml, &self.example.file())?) {
                return Err(format!("the name is not declared by\n{toml}"));
            }
            blocks.push("If the name is correct, declare it instead, so that typos are still reported:".to_owned());
            blocks.push(fence("toml", &toml));
        }
        Ok(blocks)
    }

    /// Returns the kind of the example, or `None` if the example is a template with policies, or a file of YAML.
    fn kind(&self) -> Result<Option<PolicyKind>, String> {
        let intro = self.intro.to_lowercase();
        if self.example.is_yaml || intro.starts_with("a template") {
            return Ok(None);
        }
        let mut kinds = PolicyKind::ALL.iter().copied();
        kinds.find(|kind| intro.starts_with(kind.described())).map(Some).ok_or_else(|| {
            let kinds: Vec<_> = PolicyKind::ALL.iter().map(|kind| kind.described()).collect();
            format!("the line before the example must begin with one of {}", kinds.join(", "))
        })
    }

    /// Returns how often the policy repeats its statement, such as 1,000 for `this statement 1,000 times`.
    fn times(&self) -> usize {
        let before = self.intro.split_once(" times").map_or("", |(before, _)| before);
        before.rsplit([' ', '\n']).next().and_then(|number| number.replace(',', "").parse().ok()).unwrap_or(1)
    }
}

impl Example {
    fn take(&mut self, language: &str, text: String) -> Result<(), String> {
        let into = match language {
            "json" => &mut self.policy,
            "yaml" => {
                self.is_yaml = true;
                &mut self.policy
            }
            "toml" => &mut self.toml,
            _ => {
                return Err(format!(
                    "unknown language `{language}` of a code block: expected `json`, `yaml` or `toml`"
                ));
            }
        };
        into.replace(text).map_or(Ok(()), |_| Err(format!("a second block of `{language}` in one section")))
    }

    fn config(&self) -> Result<Config, String> {
        config(self.toml.as_deref().unwrap_or_default(), &self.file())
    }

    /// Returns the name of the file that the policy is in.
    fn file(&self) -> String {
        format!("{FILE}.{}", if self.is_yaml { "yaml" } else { "json" })
    }
}

fn config(toml: &str, file: &str) -> Result<Config, String> {
    let config = Config::from_toml(toml).map_err(|error| error.to_string())?;
    Ok(config.for_file(file))
}

/// Returns the page of a rule, with links for the ids of other rules.
fn linked(id: FindingId) -> String {
    let mut text = id.page().to_owned();
    for other in FindingId::ALL.iter().filter(|other| **other != id) {
        text = text.replace(&format!("`{other}`"), &format!("[`{other}`]({other}.md)"));
    }
    text
}

/// Returns the name of a severity with its article.
fn with_article(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "an error",
        Severity::Warning => "a warning",
        Severity::Note => "a note",
    }
}

/// Returns a finding as `Findings` displays it.
fn shown(findings: &Findings<'_>, own: &Finding) -> String {
    let all = findings.to_string();
    let shown: Vec<_> = all.split("\n\n").filter(|shown| shown.starts_with(&own.to_string())).collect();
    shown.join("\n\n")
}

/// Returns the policy with its statement repeated `times` times.
fn repeated(policy: &str, times: usize) -> Result<String, String> {
    if times == 1 {
        return Ok(policy.to_owned());
    }
    let parts = policy.split_once('[').and_then(|(head, rest)| Some((head, rest.rsplit_once(']')?)));
    let (head, (statement, tail)) = parts.ok_or("the repeated statement must be in a list")?;
    Ok(format!("{head}[{}]{tail}", vec![statement; times].join(",")))
}

/// Returns the findings in a policy of a kind, or in all policies of a file.
fn found<'t>(text: &'t str, kind: Option<PolicyKind>, config: &Config) -> Findings<'t> {
    if let Some(kind) = kind {
        return check(text, kind, config);
    }
    let file = check_file(text, None, config);
    Findings::from_parts(text, file.findings, file.usage)
}
