//! Lookup of a service's action, condition key, resource type or operation by name.

use catalog_core::ascii_case;

use super::{
    action::AnyAction, condition_key::AnyConditionKey, operation::AnyOperation, resource_type::AnyResourceType,
    service::Service,
};

impl Service {
    /// Returns the action that has this name, ignoring case. Pass the name without the service prefix.
    ///
    /// ```
    /// use catalog::ses;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let send = ses::SERVICE.action("sendemail").ok_or("unknown action")?;
    /// assert_eq!(send.to_string(), "ses:SendEmail");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[inline]
    pub const fn action(self, name: &str) -> Option<AnyAction> {
        match self.table().actions.find(name) {
            Some(position) => Some(AnyAction::__new(self, position)),
            None => None,
        }
    }

    /// Returns the condition key with a full name, such as `ses:FromAddress`, ignoring case.
    #[must_use]
    #[inline]
    pub const fn condition_key(self, name: &str) -> Option<AnyConditionKey> {
        match self.table().condition_keys.find(name) {
            Some(position) => Some(AnyConditionKey::__new(self, position)),
            None => None,
        }
    }

    /// Returns the resource type that has this name, ignoring case. Pass the name without the service prefix.
    #[must_use]
    #[inline]
    pub const fn resource_type(self, name: &str) -> Option<AnyResourceType> {
        match self.table().resource_types.find(name) {
            Some(position) => Some(AnyResourceType::__new(self, position)),
            None => None,
        }
    }

    /// Returns the API operation with a name, ignoring case. If operations of two SDK clients or of two pages share the
    /// name, returns the first.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let dsql = catalog::Service::find("dsql").ok_or("unknown service")?;
    /// let create = dsql.operation("createcluster").ok_or("unknown operation")?;
    /// assert!(create.authorized_by().iter().any(|needed| needed.action() == "dsql:CreateCluster"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[inline]
    pub fn operation(self, name: &str) -> Option<AnyOperation> {
        self.operations().find(|operation| ascii_case::eq(operation.name(), name))
    }
}
