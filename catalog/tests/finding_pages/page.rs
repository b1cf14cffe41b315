//! Reads a page of `catalog/findings`, and writes it anew with what is derived: no files, no rules.
//!
//! By hand are the prose behind the first paragraph, the line in front of the first policy, the policies and their
//! `catalog.toml`. The rest is made from the table of findings and from what the checker says.

use crate::markdown::{Block, blocks, capitalised, fence, wrap};
use catalog::policy::{Config, Finding, FindingId, Findings, PolicyKind, check};

/// What the policies are called.
const FILE: &str = "policies/example.json";

/// What a page has that is written by hand.
pub(crate) struct Page {
    prose: Vec<String>,
    /// `An identity policy of a mailer:`, which says the kind and, where it is many, how often the statement stands there.
    intro: String,
    found: Example,
    /// What is to be said of the cure.
    advice: Vec<String>,
    mended: Example,
}

/// A policy, and the configuration that it is checked with.
#[derive(Clone, Default)]
struct Example {
    toml: Option<String>,
    json: Option<String>,
}

impl Page {
    /// Takes what is written by hand from a page.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut page = Self {
            prose: Vec::new(),
            intro: String::new(),
            found: Example::default(),
            advice: Vec::new(),
            mended: Example::default(),
        };
        let mut section = String::new();
        // The first paragraph of a section is derived.
        let mut is_first = true;
        for block in blocks(text)? {
            match (&*section, block) {
                (_, Block::Heading(name)) => (section, is_first) = (name, true),
                ("# " | "## Mended", Block::Prose(_)) if is_first => is_first = false,
                ("# ", Block::Prose(text)) => page.prose.push(text),
                ("## Found", Block::Prose(text)) if page.intro.is_empty() => page.intro = text,
                ("## Mended", Block::Prose(text)) => page.advice.push(text),
                ("## Found", Block::Fence { language, text }) => page.found.take(&language, text)?,
                ("## Mended", Block::Fence { language, text }) => page.mended.take(&language, text)?,
                ("## Allowed", _) => {}
                (section, Block::Prose(text) | Block::Fence { text, .. }) => {
                    return Err(format!("nothing of the kind stands below `{section}`: {text}"));
                }
            }
        }
        let Some(json) = &page.found.json else { return Err("no policy below `## Found`".to_owned()) };
        // Where it is the configuration that is mended, the policy stands on the page once.
        page.mended.json.get_or_insert_with(|| json.clone());
        Ok(page)
    }

    /// The whole page.
    pub(crate) fn write(&self, id: FindingId) -> Result<String, String> {
        let kind = self.kind()?;
        let policy = repeated(self.found.json.as_deref().unwrap_or_default(), self.times())?;
        let findings = check(&policy, kind, &self.found.config()?).named(FILE);
        let own = findings.iter().find(|finding| finding.id == id).ok_or(format!("is not found:\n{findings}"))?;
        // What weighs less may be said besides.
        let other = findings.iter().find(|other| other.id != id && other.severity >= id.severity());
        if let Some(other) = other.filter(|_| id != FindingId::TooManyFindings) {
            return Err(format!("something else is found: {other}"));
        }
        if !self.found.shows(id.example()) {
            return Err(format!("the policy does not have the example of the table: {}", id.example()));
        }
        let mended = self.mended.json.as_deref().unwrap_or_default();
        let left = check(mended, kind, &self.mended.config()?);
        if !left.is_empty() {
            return Err(format!("what is mended is not clean:\n{left}"));
        }

        let when = if id.needs_facts() {
            " It takes facts that the macros do not carry, and is found at run time alone."
        } else {
            ""
        };
        let first = format!("**{}.** {}{when}", capitalised(id.severity().name()), id.reason());
        let mut blocks = vec![format!("# {id}"), wrap(&first)];
        blocks.extend(self.prose.iter().cloned());
        blocks.extend(["## Found".to_owned(), self.intro.clone()]);
        blocks.extend(self.found.write());
        blocks.push(fence("text", &shown(&findings, own)));
        blocks.extend(["## Mended".to_owned(), wrap(id.cure())]);
        blocks.extend(self.advice.iter().cloned());
        let same = self.mended.json == self.found.json;
        blocks.extend(Example { json: self.mended.json.clone().filter(|_| !same), ..self.mended.clone() }.write());
        blocks.push("## Allowed".to_owned());
        blocks.extend(self.allowed(own, &policy, kind)?);
        Ok(blocks.join("\n\n") + "\n")
    }

    /// How to allow the finding, or that it cannot be. What is said is tried.
    fn allowed(&self, finding: &Finding, policy: &str, kind: PolicyKind) -> Result<Vec<String>, String> {
        let (id, pointer) = (finding.id, &finding.pointer);
        let is_left = |config: &Config| check(policy, kind, config).iter().any(|other| other.id == id);
        if is_left(&self.found.config()?.allow(id)) == id.can_be_allowed() {
            return Err("the table and the check disagree on whether it can be allowed".to_owned());
        }
        if !id.can_be_allowed() {
            return Ok(vec!["It cannot be allowed.".to_owned()]);
        }
        let mut toml = format!("allow = [\"{id}\"] # everywhere");
        let mut code = format!("`Config::new().allow(FindingId::{id:?})`");
        // What is in the configuration itself has no file.
        if self.found.toml.is_none() {
            let place = format!("id = \"{id}\"\nfile = \"policies/*.json\"");
            toml = format!("{toml}\n\n[[allow-at]] # or in some files, at some place\n{place}");
            if !pointer.is_empty() {
                toml = format!("{toml}\npath = \"{pointer}\"");
                code = format!("`Config::new().allow_at(FindingId::{id:?}, \"{pointer}\")`");
            }
        }
        if is_left(&config(&toml)?) {
            return Err(format!("is not allowed by\n{toml}"));
        }
        let mut blocks = vec!["In `catalog.toml`:".to_owned(), fence("toml", &toml), format!("In code: {code}.")];
        // Where a name may be right, the table says that it can be declared.
        if id.cure().contains("declare") {
            let span = finding.span.start as usize..finding.span.end as usize;
            let name = policy.get(span).unwrap_or_default().trim_matches('"');
            let table = if pointer.contains("/Condition/") { "condition-keys" } else { "actions" };
            let toml = format!("[{table}]\nallow = [\"{name}\"]");
            if is_left(&config(&toml)?) {
                return Err(format!("is not declared by\n{toml}"));
            }
            blocks.push("If the name is right, declare it instead, so that a wrong one is still found:".to_owned());
            blocks.push(fence("toml", &toml));
        }
        Ok(blocks)
    }

    fn kind(&self) -> Result<PolicyKind, String> {
        let intro = self.intro.to_lowercase();
        let mut kinds = PolicyKind::ALL.iter().copied();
        kinds.find(|kind| intro.starts_with(kind.described())).ok_or_else(|| {
            let kinds: Vec<_> = PolicyKind::ALL.iter().map(|kind| kind.described()).collect();
            format!("the line in front of the policy begins with none of {}", kinds.join(", "))
        })
    }

    /// How often the policy has its statement: `this statement 1,000 times`.
    fn times(&self) -> usize {
        let before = self.intro.split_once(" times").map_or("", |(before, _)| before);
        before.rsplit(' ').next().and_then(|number| number.replace(',', "").parse().ok()).unwrap_or(1)
    }
}

impl Example {
    fn take(&mut self, language: &str, text: String) -> Result<(), String> {
        let into = match language {
            "json" => &mut self.json,
            "toml" => &mut self.toml,
            // What the checker says is asked anew.
            "text" => return Ok(()),
            _ => return Err(format!("a block of `{language}`: there are `json`, `toml` and `text`")),
        };
        into.replace(text).map_or(Ok(()), |_| Err(format!("a second block of `{language}` in one section")))
    }

    /// Whether the example of the table is a piece of this, white space left out. Some are words, and none.
    fn shows(&self, example: &str) -> bool {
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let is_piece = example.starts_with(['"', '{', '[']) && example.ends_with(['"', '}', ']']);
        let has = |text: &Option<String>| text.as_deref().is_some_and(|text| bare(text).contains(&bare(example)));
        !is_piece || has(&self.json) || has(&self.toml)
    }

    fn config(&self) -> Result<Config, String> {
        config(self.toml.as_deref().unwrap_or_default())
    }

    fn write(&self) -> impl Iterator<Item = String> {
        let blocks = [("toml", &self.toml), ("json", &self.json)];
        blocks.into_iter().filter_map(|(language, text)| text.as_ref().map(|text| fence(language, text)))
    }
}

fn config(toml: &str) -> Result<Config, String> {
    let config = Config::from_toml(toml).map_err(|error| error.to_string())?;
    Ok(config.for_file(FILE))
}

/// A finding as the checker displays it, among the others.
fn shown(findings: &Findings<'_>, own: &Finding) -> String {
    let all = findings.to_string();
    let shown: Vec<_> = all.split("\n\n").filter(|shown| shown.starts_with(&own.to_string())).collect();
    shown.join("\n\n")
}

/// The policy with its one statement so many times.
fn repeated(policy: &str, times: usize) -> Result<String, String> {
    if times == 1 {
        return Ok(policy.to_owned());
    }
    let parts = policy.split_once('[').and_then(|(head, rest)| Some((head, rest.rsplit_once(']')?)));
    let (head, (statement, tail)) = parts.ok_or("the statement that is repeated stands in a list")?;
    Ok(format!("{head}[{}]{tail}", vec![statement; times].join(",")))
}
