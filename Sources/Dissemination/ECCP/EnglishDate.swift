internal import CivilTime

extension CivilDate {
  /// `23 February 2023`, as English texts on the platform write it.
  var inEnglish: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(day) \(names[month - 1]) \(year)"
  }
}

extension LocalDateTime {
  /// `14:05`.
  var clock: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
