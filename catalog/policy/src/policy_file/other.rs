//! The files that contain no policy, with the messages about them.

use core::fmt;

/// The content of a file that contains no policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OtherFile {
    /// A template of AWS CloudFormation or AWS SAM that contains no policy.
    CloudFormation,
    /// The tree of constructs of an app of the AWS CDK. It repeats the templates of the app.
    CdkTree,
    /// A list of the outputs of an app of the AWS CDK, such as `manifest.json`.
    CdkManifest,
    /// A policy that protects the resources of a stack of AWS CloudFormation from updates.
    StackPolicy,
    /// The JSON form of a Terraform plan.
    TerraformPlan,
    /// The state of Terraform.
    TerraformState,
    /// A Terraform configuration.
    TerraformConfiguration,
    /// A configuration of the Serverless Framework that contains no policy.
    Serverless,
    /// An OpenAPI definition that contains no policy.
    OpenApi,
    /// A manifest of Kubernetes that contains no policy.
    Kubernetes,
    /// A workflow of GitHub Actions.
    Workflow,
    /// A template that must be rendered first, such as a file of a Helm chart.
    TextTemplate,
    /// A list of known findings, which `catalog lint --write-baseline` wrote.
    Baseline,
    /// Any other file.
    Unknown,
}

impl OtherFile {
    /// Returns true if the file was searched completely, so that it certainly contains no policy.
    ///
    /// ```
    /// use catalog::policy::OtherFile;
    /// assert!(OtherFile::CloudFormation.is_searched());
    /// assert!(!OtherFile::TerraformPlan.is_searched());
    /// ```
    #[must_use]
    pub const fn is_searched(self) -> bool {
        matches!(
            self,
            Self::CloudFormation
                | Self::CdkTree
                | Self::CdkManifest
                | Self::StackPolicy
                | Self::Serverless
                | Self::OpenApi
                | Self::Kubernetes
                | Self::Workflow
                | Self::Baseline
        )
    }

    /// Returns the description of the content with an article, if it is known.
    pub(crate) const fn described(self) -> Option<&'static str> {
        Some(match self {
            Self::CloudFormation => "a CloudFormation template",
            Self::CdkTree => "the construct tree of a CDK app",
            Self::CdkManifest => "a manifest of a CDK app",
            Self::StackPolicy => "a stack policy of CloudFormation",
            Self::TerraformPlan => "a Terraform plan",
            Self::TerraformState => "a Terraform state",
            Self::TerraformConfiguration => "a Terraform configuration",
            Self::Serverless => "a configuration of the Serverless Framework",
            Self::OpenApi => "an OpenAPI definition",
            Self::Kubernetes => "a Kubernetes manifest",
            Self::Workflow => "a GitHub workflow",
            Self::TextTemplate => "an unrendered template",
            Self::Baseline => "a baseline of findings",
            Self::Unknown => return None,
        })
    }
}

impl fmt::Display for OtherFile {
    /// Writes a message, such as "this is a Terraform plan: …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(content) = self.described() else {
            return f.write_str(
                "this is not an IAM policy: expected an object with a `Statement`, the output of an AWS CLI command, or a \
                 CloudFormation template",
            );
        };
        let advice = match self {
            Self::CdkManifest => "check the templates that it lists",
            Self::StackPolicy => "expected an IAM policy",
            Self::TerraformPlan => "policies in plans are not checked yet",
            Self::TerraformState | Self::TerraformConfiguration => "policies in Terraform files are not checked yet",
            Self::TextTemplate => "render it first, and check the result",
            Self::Baseline => "pass it with `--baseline`",
            _ => "it contains no policy",
        };
        write!(f, "this is {content}: {advice}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn messages_name_the_content_and_the_next_step() {
        for (other, message) in [
            (OtherFile::CloudFormation, "this is a CloudFormation template: it contains no policy"),
            (OtherFile::TerraformPlan, "this is a Terraform plan: policies in plans are not checked yet"),
            (OtherFile::CdkTree, "this is the construct tree of a CDK app: it contains no policy"),
            (OtherFile::TextTemplate, "this is an unrendered template: render it first, and check the result"),
        ] {
            assert_eq!(other.to_string(), message);
        }
    }
}
