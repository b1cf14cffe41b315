//! Random scenarios in which each statement that depends on a condition has an open key of its own.

use std::collections::BTreeSet;

use super::{
    caller::{Caller, caller},
    json,
    rng::Rng,
};

/// The maximum number of open keys of a scenario. A test states all combinations of their values.
const KEYS: usize = 6;

/// The actions of the requests, each with a resource.
const ACTIONS: &[(&str, &str)] = &[
    ("s3:GetObject", "arn:aws:s3:::bucket/file"),
    ("sqs:SendMessage", "arn:aws:sqs:eu-west-1:444455556666:queue"),
    ("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/1a2b"),
    ("sts:AssumeRole", "arn:aws:iam::111122223333:role/target"),
];

/// The request and the policies of a scenario.
#[derive(Clone, Debug)]
pub(crate) struct OpenScenario {
    /// The members of the request, without the condition keys.
    request: Vec<(&'static str, String)>,
    policies: String,
    /// The open keys. A condition is true if its key is `yes`.
    pub(crate) keys: BTreeSet<String>,
}

/// Returns the scenario of a seed.
pub(crate) fn open_scenario(seed: u64) -> OpenScenario {
    let mut rng = Rng::new(seed);
    let caller = caller(&mut rng, false);
    let (action, resource) = rng.pick(ACTIONS);
    let mut request = caller.members.clone();
    request.push(("action", json::quote(action)));
    request.push(("resource", json::quote(resource)));
    let mut statements = Statements { rng, caller, keys: BTreeSet::new() };
    let policies = statements.policies();
    OpenScenario { request, policies, keys: statements.keys }
}

impl OpenScenario {
    /// Returns the scenario with its keys open.
    pub(crate) fn open(&self) -> String {
        let names: Vec<String> = self.keys.iter().map(|key| json::quote(key)).collect();
        self.json(("open", json::list(&names)))
    }

    /// Returns the scenario with stated keys. A key is `yes` if its bit is set.
    pub(crate) fn stated(&self, values: usize) -> String {
        let value = |index: usize| json::quote(if values >> index & 1 == 1 { "yes" } else { "no" });
        let context: Vec<_> = self.keys.iter().enumerate().map(|(index, key)| (key.as_str(), value(index))).collect();
        self.json(("context", json::object(&context)))
    }

    fn json(&self, keys: (&'static str, String)) -> String {
        let mut request = self.request.clone();
        request.push(keys);
        json::object(&[("request", json::object(&request)), ("policies", self.policies.clone())])
    }
}

/// The statements of the policies of one scenario.
struct Statements {
    rng: Rng,
    caller: Caller,
    keys: BTreeSet<String>,
}

impl Statements {
    fn policies(&mut self) -> String {
        let mut slots = Vec::new();
        for (name, missing) in [("identity", 20), ("boundary", 60), ("session", 50), ("endpoint", 70)] {
            let has_principal = name == "endpoint";
            let is_missing = self.rng.chance(missing);
            let policies = if is_missing { Vec::new() } else { vec![self.policy("Allow", has_principal)] };
            slots.push((name, json::list(&policies)));
        }
        let resource = if self.rng.chance(20) { "null".to_owned() } else { self.policy("Allow", true) };
        slots.push(("resource", resource));
        let count = self.rng.weighted(&[3, 2, 2]);
        let levels: Vec<String> = (0..count).map(|_| json::list(&[self.policy("Allow", false)])).collect();
        slots.push(("service_control", json::list(&levels)));
        let count = self.rng.weighted(&[4, 1]);
        let levels: Vec<String> = (0..count).map(|_| json::list(&[self.policy("Deny", true)])).collect();
        slots.push(("resource_control", json::list(&levels)));
        json::object(&slots)
    }

    /// Returns a policy whose statements have this effect, and sometimes a Deny.
    fn policy(&mut self, effect: &str, has_principal: bool) -> String {
        let count = self.rng.weighted(&[0, 5, 3, 1]);
        let mut statements: Vec<String> = (0..count).map(|_| self.statement(effect, has_principal)).collect();
        if self.rng.chance(8) {
            statements.push(self.statement("Deny", has_principal));
        }
        json::object(&[("Version", json::quote("2012-10-17")), ("Statement", json::list(&statements))])
    }

    /// Returns a statement that applies always, never, or depending on a key that no other statement has.
    fn statement(&mut self, effect: &str, has_principal: bool) -> String {
        let mut members = vec![("Effect", json::quote(effect))];
        if has_principal {
            members.push(("Principal", self.principal()));
        }
        let applies = self.rng.weighted(&[60, 20, 20]);
        members.push(("Action", json::quote(if applies == 2 { "ec2:*" } else { "*" })));
        members.push(("Resource", json::quote("*")));
        if applies == 0 && self.keys.len() < KEYS {
            let key = format!("example:key{}", self.keys.len());
            members.push(("Condition", format!(r#"{{"StringEquals": {{"{key}": "yes"}}}}"#)));
            self.keys.insert(key);
        }
        json::object(&members)
    }

    /// Returns a principal that names the caller, or everyone.
    fn principal(&mut self) -> String {
        if self.caller.names.is_empty() || self.rng.chance(15) {
            return json::quote("*");
        }
        let (kind, name) = self.rng.pick(&self.caller.names);
        json::object(&[(kind, json::quote(&name))])
    }
}
