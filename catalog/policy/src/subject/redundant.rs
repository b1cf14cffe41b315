//! The checks of IAM Access Analyzer about strings that a list already has, or that one of its patterns matches.
//!
//! Access Analyzer has one check for both cases, and the linter has two rules.

use crate::finding::AccessAnalyzerCheck;

/// The check about repeated and shadowed actions.
pub(crate) const REDUNDANT_ACTION: AccessAnalyzerCheck = AccessAnalyzerCheck::RedundantAction;

/// The check about repeated and shadowed resources.
pub(crate) const REDUNDANT_RESOURCE: AccessAnalyzerCheck = AccessAnalyzerCheck::RedundantResource;
