//! Reads the scenarios of a file.

use alloc::{format, string::String, vec::Vec};

use super::{
    Expectation, Scenario, ScenarioError,
    fields::{Source, entries},
    read_policies, read_request,
};
use crate::{
    json::{Position, Value},
    shown::Shown,
};

/// Reads a scenario, or a list of scenarios. `tree` is the parsed text. `read_file` returns the text of a policy that a
/// scenario names by its path, or the reason why it cannot be read.
///
/// ```
/// use catalog::policy::{evaluate::read_scenarios, json};
///
/// let text = r#"{
///     "name": "mailer may send",
///     "expect": "allowed",
///     "request": {"principal": "arn:aws:iam::111122223333:role/mailer", "action": "ses:SendEmail"},
///     "policies": {"identity": {"Statement": {"Effect": "Allow", "Action": "ses:*", "Resource": "*"}}}
/// }"#;
/// let tree = json::parse(text.as_bytes())?;
/// let scenarios = read_scenarios(text, &tree, |path| Err(format!("there is no file `{path}`"))).unwrap();
/// let decision = scenarios[0].decide();
/// assert!(scenarios[0].expect.unwrap().accepts(decision.outcome()), "{decision}");
/// # Ok::<_, json::JsonError>(())
/// ```
///
/// # Errors
/// Returns all errors of the file, in its order.
pub fn read_scenarios<'t>(
    text: &'t str,
    tree: &'t Value<'t>,
    read_file: impl FnMut(&str) -> Result<String, String>,
) -> Result<Vec<Scenario<'t>>, Vec<ScenarioError>> {
    let mut source = Source::new(text);
    let mut read_file = read_file;
    let scenarios: Vec<_> =
        entries(tree).iter().filter_map(|value| scenario(&mut source, value, &mut read_file)).collect();
    let errors = source.into_errors();
    if errors.is_empty() { Ok(scenarios) } else { Err(errors) }
}

fn scenario<'t>(
    source: &mut Source<'t>,
    value: &'t Value<'t>,
    read_file: &mut impl FnMut(&str) -> Result<String, String>,
) -> Option<Scenario<'t>> {
    let [name, expect, request, policies] =
        source.fields(value, "a scenario", ["name", "expect", "request", "policies"]);
    let name = name.and_then(|name| source.string(name, "the name")).map(Into::into);
    let expect = expect.and_then(|value| expectation(source, value));
    if request.is_none() && value.type_name() == "an object" {
        source.error(value.span, "expected the field `request` in the scenario".into());
    }
    let request = request.and_then(|request| read_request::request(source, request));
    let (policies, sources) = read_policies::policies(source, policies, read_file);
    let position: Position = source.lines().position(value.span.start);
    Some(Scenario { name, expect, position, request: request?, policies, sources })
}

fn expectation<'t>(source: &mut Source<'t>, value: &'t Value<'t>) -> Option<Expectation> {
    let name = source.string(value, "the expected decision")?;
    let expectation = Expectation::from_name(name);
    if expectation.is_none() {
        let given = Shown(name);
        source.error(
            value.span,
            format!(
                "unknown expectation `{given}`: expected `allowed`, `denied`, `explicitly-denied`, `implicitly-denied` or \
                 `depends`"
            ),
        );
    }
    expectation
}
