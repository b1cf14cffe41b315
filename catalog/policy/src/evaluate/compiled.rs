//! Policies with an index of their actions.

use alloc::vec::Vec;

use catalog_core::{ascii_case, syntax};

use super::{
    actions::ActionPattern, decide::decide, decision::Decision, gather::Gather, policies::Policies,
    request::UntypedRequest,
};

/// Policies that are prepared for many decisions: see [`Policies::compile`].
///
/// A decision does not allocate. Only its explanation does.
#[derive(Clone, Debug)]
pub struct CompiledPolicies {
    policies: Policies,
    /// Each name of an action: the hash of the name, the statement and the position of the pattern. Sorted.
    names: Vec<Entry>,
    /// Each pattern with wildcards: the hash of its service prefix, the statement and the position. Sorted.
    wildcards: Vec<Entry>,
    /// The statements about every action, and those with `NotAction`.
    others: Vec<usize>,
}

/// The hash by which a pattern is found, the statement that contains it, and its position in the statement.
type Entry = (u32, usize, usize);

impl Policies {
    /// Prepares the policies for many decisions. A decision then looks only at statements about the service of its
    /// action.
    #[must_use]
    pub fn compile(self) -> CompiledPolicies {
        CompiledPolicies::new(self)
    }
}

impl CompiledPolicies {
    fn new(policies: Policies) -> Self {
        let (mut names, mut wildcards, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (number, (_, statement)) in policies.statements().enumerate() {
            let Some(patterns) = statement.actions.only_listed() else {
                others.push(number);
                continue;
            };
            for (position, pattern) in patterns.iter().enumerate() {
                match pattern {
                    ActionPattern::Everything => others.push(number),
                    ActionPattern::Name(name) => names.push((ascii_case::hash(name), number, position)),
                    ActionPattern::Wildcard(text) => wildcards.push((service_hash(text), number, position)),
                }
            }
        }
        names.sort_unstable();
        wildcards.sort_unstable();
        Self { policies, names, wildcards, others }
    }

    /// Returns the policies.
    #[must_use]
    pub fn policies(&self) -> &Policies {
        &self.policies
    }

    /// Decides whether AWS allows a request, as [`Policies::decide`] does.
    #[must_use]
    pub fn decide<'d>(&'d self, request: &'d impl AsRef<UntypedRequest>) -> Decision<'d> {
        let request = request.as_ref();
        decide(&self.policies, request, |gather| self.gather(request.action(), gather))
    }

    /// Gathers the statements that apply to an action, in order.
    fn gather(&self, action: &str, gather: &mut Gather<'_, '_>) {
        let matches = |(_, number, position): &Entry| {
            let statement = self.policies.statement(*number).map(|(_, statement)| statement);
            let patterns = statement.and_then(|statement| statement.actions.only_listed());
            patterns.and_then(|patterns| patterns.get(*position)).is_some_and(|pattern| pattern.matches(action))
        };
        let found = |entries: &'_ [Entry], hash: u32| {
            let start = entries.partition_point(|entry| entry.0 < hash);
            let end = entries.partition_point(|entry| entry.0 <= hash);
            start..end
        };
        let range = found(&self.names, ascii_case::hash(action));
        let mut names = self.names.get(range).unwrap_or_default().iter().filter(|entry| matches(entry)).peekable();
        let range = found(&self.wildcards, service_hash(action));
        let wildcards = self.wildcards.get(range).unwrap_or_default();
        let mut wildcards = wildcards.iter().filter(|entry| matches(entry)).peekable();
        let mut others = self.others.iter().peekable();
        // The three lists are in the order of the statements, and so is their union.
        loop {
            let heads = [
                names.peek().map(|entry| entry.1),
                wildcards.peek().map(|entry| entry.1),
                others.peek().map(|number| **number),
            ];
            let Some(next) = heads.into_iter().flatten().min() else { return };
            while names.next_if(|entry| entry.1 == next).is_some() {}
            while wildcards.next_if(|entry| entry.1 == next).is_some() {}
            while others.next_if(|number| **number == next).is_some() {}
            if let Some((label, statement)) = self.policies.statement(next)
                && (statement.actions.only_listed().is_some() || statement.actions.contain(action))
            {
                gather.add(label, statement);
            }
        }
    }
}

/// Returns the hash of the service prefix of an action or a pattern.
fn service_hash(text: &str) -> u32 {
    ascii_case::hash(syntax::split(text).map_or("", |parts| parts.prefix))
}
