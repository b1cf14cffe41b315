//! Random scenarios with a small vocabulary, so that requests and policies match often.

mod blur;
mod caller;
mod condition;
mod context;
mod json;
mod policy;
mod principal;
mod request;
mod rng;
mod statement;
mod theme;
mod vocabulary;

use policy::Slots;
use rng::Rng;

/// A random scenario: the JSON of its request and of its policies.
#[derive(Clone, Debug)]
pub(crate) struct Scenario {
    request: String,
    policies: Slots,
}

/// Returns the scenario of a seed.
pub(crate) fn scenario(seed: u64) -> Scenario {
    let mut rng = Rng::new(seed);
    let request = request::request(&mut rng);
    let policies = policy::policies(&mut rng, &request);
    Scenario { request: request.json(), policies }
}

impl Scenario {
    /// Returns the scenario as JSON.
    pub(crate) fn json(&self) -> String {
        let policies = self.policies.iter().map(|(name, policies)| (*name, policies.clone())).collect::<Vec<_>>();
        let name = json::quote("random");
        let expect = json::quote("allowed");
        let policies = json::object(&policies);
        json::object(&[("name", name), ("expect", expect), ("request", self.request.clone()), ("policies", policies)])
    }

    /// Returns the scenario without the policies of one kind.
    pub(crate) fn without(&self, kind: &str) -> Self {
        let mut without = self.clone();
        without.policies.retain(|(name, _)| *name != kind);
        without
    }
}
