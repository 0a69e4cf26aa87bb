/// What `groupby` makes: a value, and those that have it.
///
/// `grouper` and `list` name its parts; `{% for year, posts in … %}` takes it apart.
struct TemplateGroup: TemplateObject {
  static let type = TemplateObjectType(name: "group", attributes: ["grouper", "list"])

  let key: TemplateValue
  let members: [TemplateValue]

  var type: TemplateObjectType { Self.type }

  var elements: [TemplateValue]? { [key, .list(members)] }

  func attribute(_ index: Int) -> TemplateValue { index == 0 ? key : .list(members) }
}
