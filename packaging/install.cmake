# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. The schema and the translations are inside the programs.
include(GNUInstallDirs)

install(TARGETS callboard callboardctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/callboard.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/callboard.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/callboard.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Below the prefix: systemd looks into /usr/lib and /usr/local/lib.
set(CALLBOARDCTL ${CMAKE_INSTALL_FULL_BINDIR}/callboardctl)
configure_file(packaging/systemd/callboard-receiver.service systemd/callboard-receiver.service @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/systemd/callboard-receiver.service DESTINATION lib/systemd/system)
