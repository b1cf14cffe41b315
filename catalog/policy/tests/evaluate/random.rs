//! Random scenarios with a small vocabulary, so that requests and policies match often.

mod blur;
mod caller;
mod condition;
mod context;
mod json;
mod open;
mod policy;
mod principal;
mod request;
mod rng;
mod statement;
mod theme;
mod vocabulary;

pub(crate) use open::{OpenScenario, open_scenario};
use policy::Slots;
use request::Request;
use rng::Rng;

/// A random scenario: its request, and the JSON of its policies.
#[derive(Clone, Debug)]
pub(crate) struct Scenario {
    request: Request,
    policies: Slots,
}

/// Returns the scenario of a seed.
pub(crate) fn scenario(seed: u64) -> Scenario {
    let mut rng = Rng::new(seed);
    let request = request::request(&mut rng);
    let policies = policy::policies(&mut rng, &request);
    Scenario { request, policies }
}

impl Scenario {
    /// Returns the scenario as JSON.
    pub(crate) fn json(&self) -> String {
        let policies = self.policies.iter().map(|(name, policies)| (*name, policies.clone())).collect::<Vec<_>>();
        let name = json::quote("random");
        let expect = json::quote("allowed");
        let policies = json::object(&policies);
        json::object(&[("name", name), ("expect", expect), ("request", self.request.json()), ("policies", policies)])
    }

    /// Returns the scenario with random values for open keys. `is_chosen` decides by the name of a key in lower case.
    pub(crate) fn closed(&self, seed: u64, is_chosen: impl Fn(&str) -> bool) -> Self {
        let mut closed = self.clone();
        closed.request.context = self.request.context.closed(&mut Rng::new(seed), is_chosen);
        closed
    }

    /// Returns the scenario without the policies of one kind.
    pub(crate) fn without(&self, kind: &str) -> Self {
        let mut without = self.clone();
        without.policies.retain(|(name, _)| *name != kind);
        without
    }
}
